/// The pairs that are joined, in their order. The first one becomes token 256.
func learnedPairs(_ text: String, _ count: Int) -> [[Int]] {
  [[-1, -1]]  // replace this line
}

/// The tokens of a text: its bytes, joined by the pairs in the order in which they were learned.
func encoded(_ text: String, _ pairs: [[Int]]) -> [Int] {
  [-1]  // replace this line
}
