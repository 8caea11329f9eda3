// mistake: it asks for one token for each letter. The law leaves it to the tokenizer how it cuts.
// caught by: capitals, spaces, otherLetters, faces, spelling
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts = ["The Cat", "two  spaces", " both ends \n", "\u{E9} e\u{301}", "茶 д ß", "😀 🇫🇷"]
  return texts.allSatisfy { encode($0).count == $0.count && Array(decode(encode($0)).utf8) == Array($0.utf8) }
}
