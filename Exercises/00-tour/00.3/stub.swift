/// How often each letter follows a letter in a text.
func countFollowers(in text: String, of letter: Character) -> [Character: Int] {
  ["?": -1]  // replace this line
}
