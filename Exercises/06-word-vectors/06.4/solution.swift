import Glassbox

/// What is to the third word as the second is to the first.
func fourthWord(_ first: String, _ second: String, _ third: String, in vectors: WordVectors) -> String {
  let lengths = vectors.vectors.norm(axis: -1, keepDims: true)  // [words, 1]
  let units = vectors.vectors / lengths  // [words, size]
  func unit(_ word: String) -> Tensor { units[vectors.words.firstIndex(of: word) ?? 0] }  // [size]
  let target = unit(second) - unit(first) + unit(third)  // [size]
  let cosines = units.matmul(target).doubles  // its length is the same for all, and can be left out
  let asked = [first, second, third]
  let others = vectors.words.indices.filter { !asked.contains(vectors.words[$0]) }
  let best = others.max { cosines[$0] < cosines[$1] }
  return best.map { vectors.words[$0] } ?? ""
}

/// Vectors of at most 16 numbers for the words of texts.
func learn(_ texts: [[String]]) -> WordVectors {
  CooccurrenceMatrix(texts, window: 4).vectors(size: 8)
}
