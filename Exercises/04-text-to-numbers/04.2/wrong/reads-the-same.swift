// mistake: texts are compared by ==, which holds an é for an e with an accent; compare their bytes.
// caught by: spelling
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts = ["The Cat", "two  spaces", " both ends \n", "line\r\nline\t", "\u{E9} e\u{301}", "茶 д ß", "😀 🇫🇷", ""]
  return texts.allSatisfy { decode(encode($0)) == $0 }
}
