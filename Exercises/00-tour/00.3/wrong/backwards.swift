// mistake: what stands before the letter is counted, and not what follows it.
// caught by: small, chinese
func countFollowers(in text: String, of letter: Character) -> [Character: Int] {
  var counts: [Character: Int] = [:]
  for (before, current) in zip(text, text.dropFirst()) where current == letter { counts[before, default: 0] += 1 }
  return counts
}
