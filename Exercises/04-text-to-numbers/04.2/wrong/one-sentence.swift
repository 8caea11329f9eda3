// mistake: one tidy sentence is tried, without two spaces in a row and without an end of line.
// caught by: spaces, faces, spelling
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let text = "Tea is 茶 in Chinese."
  return Array(decode(encode(text)).utf8) == Array(text.utf8)
}
