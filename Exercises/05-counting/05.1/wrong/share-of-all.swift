// mistake: a count is divided by the number of all bigrams; the sum of its row is meant.
// caught by: product, library
/// How often each token (column) came right after each token (row). `[vocabulary, vocabulary]`
func bigramCounts(_ texts: [[Int]], _ vocabulary: Int) -> [[Int]] {
  var table = Array(repeating: Array(repeating: 0, count: vocabulary), count: vocabulary)
  for text in texts {
    for place in text.indices.dropFirst() { table[text[place - 1]][text[place]] += 1 }
  }
  return table
}

/// How likely a text is after its first token.
func likelihood(_ text: [Int], _ counts: [[Int]]) -> Double {
  var product = 1.0
  for place in text.indices.dropFirst() {
    let row = counts[text[place - 1]]
    let all = counts.joined().reduce(0, +)
    product *= all == 0 ? 0 : Double(row[text[place]]) / Double(all)
  }
  return product
}
