/// Whether a tokenizer gives back every text that we try, byte for byte.
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts: [String] = []  // which ones?
  return texts.count > 1000  // replace this line
}
