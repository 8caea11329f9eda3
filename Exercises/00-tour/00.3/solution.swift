/// How often each letter follows a letter in a text.
func countFollowers(in text: String, of letter: Character) -> [Character: Int] {
  var counts: [Character: Int] = [:]
  for (current, next) in zip(text, text.dropFirst()) where current == letter {
    counts[next, default: 0] += 1
  }
  return counts
}
