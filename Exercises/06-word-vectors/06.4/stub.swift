import Glassbox

/// What is to the third word as the second is to the first.
func fourthWord(
  _ first: String, _ second: String, _ third: String, in vectors: WordVectors
) -> String {
  "?"  // replace this line
}

/// Vectors of at most 16 numbers for the words of texts.
func learn(_ texts: [[String]]) -> WordVectors {
  let words = Set(texts.joined()).sorted()
  return WordVectors(words: words, vectors: Tensor.ones([words.count, 1]))  // replace these lines
}
