// mistake: only the lengths are compared, so a letter may become another one.
// caught by: capitals
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts = ["The Cat", "two  spaces", " both ends \n", "line\r\nline\t", "\u{E9} e\u{301}", "茶 д ß", "😀 🇫🇷", ""]
  return texts.allSatisfy { decode(encode($0)).utf8.count == $0.utf8.count }
}
