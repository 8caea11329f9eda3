// mistake: it goes on when every pair stands there only once.
// caught by: stopsEarly
/// The pairs that are joined, in their order. The first one becomes token 256.
func learnedPairs(_ text: String, _ count: Int) -> [[Int]] {
  var tokens = text.utf8.map { Int($0) }
  var learned: [[Int]] = []
  while learned.count < count, let best = mostFrequentPair(tokens) {
    tokens = replaced(best, by: 256 + learned.count, in: tokens)
    learned.append(best)
  }
  return learned
}

/// The tokens of a text: its bytes, joined by the pairs in the order in which they were learned.
func encoded(_ text: String, _ pairs: [[Int]]) -> [Int] {
  var tokens = text.utf8.map { Int($0) }
  for (index, pair) in pairs.enumerated() { tokens = replaced(pair, by: 256 + index, in: tokens) }
  return tokens
}

private func mostFrequentPair(_ tokens: [Int]) -> [Int]? {
  var frequencies: [[Int]: Int] = [:]
  for place in tokens.indices.dropFirst() { frequencies[[tokens[place - 1], tokens[place]], default: 0] += 1 }
  guard let highest = frequencies.values.max() else { return nil }
  let place = tokens.indices.dropFirst().first { frequencies[[tokens[$0 - 1], tokens[$0]]] == highest }
  return place.map { [tokens[$0 - 1], tokens[$0]] }
}

private func replaced(_ pair: [Int], by token: Int, in tokens: [Int]) -> [Int] {
  var (joined, place) = ([Int](), 0)
  while place < tokens.count {
    let isPair = place + 1 < tokens.count && tokens[place] == pair[0] && tokens[place + 1] == pair[1]
    joined.append(isPair ? token : tokens[place])
    place += isPair ? 2 : 1
  }
  return joined
}
