// mistake: each letter is counted once, however often it follows.
// caught by: small, total
func countFollowers(in text: String, of letter: Character) -> [Character: Int] {
  var counts: [Character: Int] = [:]
  for (current, next) in zip(text, text.dropFirst()) where current == letter { counts[next] = 1 }
  return counts
}
