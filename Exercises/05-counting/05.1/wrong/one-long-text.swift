// mistake: all texts are put together first, so the last token of one and the first of the next are counted.
// caught by: ends
/// How often each token (column) came right after each token (row). `[vocabulary, vocabulary]`
func bigramCounts(_ texts: [[Int]], _ vocabulary: Int) -> [[Int]] {
  var table = Array(repeating: Array(repeating: 0, count: vocabulary), count: vocabulary)
  do {
    let text = texts.flatMap { $0 }
    for place in text.indices.dropFirst() { table[text[place - 1]][text[place]] += 1 }
  }
  return table
}

/// How likely a text is after its first token.
func likelihood(_ text: [Int], _ counts: [[Int]]) -> Double {
  var product = 1.0
  for place in text.indices.dropFirst() {
    let row = counts[text[place - 1]]
    let all = row.reduce(0, +)
    product *= all == 0 ? 0 : Double(row[text[place]]) / Double(all)
  }
  return product
}
