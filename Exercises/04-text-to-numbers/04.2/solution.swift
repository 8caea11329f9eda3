/// Whether a tokenizer gives back every text that we try, byte for byte.
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts = ["The Cat", "two  spaces", " both ends \n", "line\r\nline\t", "\u{E9} e\u{301}", "茶 д ß", "😀 🇫🇷", ""]
  return texts.allSatisfy { Array(decode(encode($0)).utf8) == Array($0.utf8) }
}
