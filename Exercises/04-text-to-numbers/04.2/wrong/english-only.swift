// mistake: all texts that are tried are plain English, so what happens to other letters is never seen.
// caught by: otherLetters, faces, spelling
func keepsTheLaw(encode: (String) -> [Int], decode: ([Int]) -> String) -> Bool {
  let texts = ["The Cat sat on the mat.", "Hello, world!", "two  spaces", "an end\n"]
  return texts.allSatisfy { Array(decode(encode($0)).utf8) == Array($0.utf8) }
}
