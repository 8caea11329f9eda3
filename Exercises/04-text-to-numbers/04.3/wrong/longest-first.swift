// mistake: a new text is cut into the longest tokens from the left; the pairs must be joined in the order in which they were learned.
// caught by: orderOfLearning
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
  func bytes(_ token: Int) -> [Int] { token < 256 ? [token] : pairs[token - 256].flatMap(bytes) }
  let known = (0..<256 + pairs.count).map { ($0, bytes($0)) }.sorted { $0.1.count > $1.1.count }
  var (rest, result) = (text.utf8.map { Int($0) }[...], [Int]())
  while !rest.isEmpty, let (token, spelled) = known.first(where: { rest.starts(with: $0.1) }) {
    result.append(token)
    rest = rest.dropFirst(spelled.count)
  }
  return result
}

private func mostFrequentPair(_ tokens: [Int]) -> [Int]? {
  var frequencies: [[Int]: Int] = [:]
  for place in tokens.indices.dropFirst() { frequencies[[tokens[place - 1], tokens[place]], default: 0] += 1 }
  guard let highest = frequencies.values.max(), highest > 1 else { return nil }
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
