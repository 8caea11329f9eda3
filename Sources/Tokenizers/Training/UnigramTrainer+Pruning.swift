import Foundation

extension UnigramTrainer {
  /// Gives up pieces, but no character, until there are as many as wanted. Their counts go to what is written instead.
  mutating func prune(to size: Int) {
    let total = pieces.reduce(0) { $0 + $1.count }
    let others = pieces.indices.map { pieces[$0].isCharacter ? [] : writing(without: $0) }
    let losses = pieces.indices.map { loss(of: $0, others[$0], total) }
    let ranked = pieces.indices.filter { !pieces[$0].isCharacter }.sorted { (losses[$1], $0) < (losses[$0], $1) }
    let lost = ranked.dropFirst(max(size - characterCount, 0))
    // The longest first: what is written instead is shorter, and may be lost as well.
    for index in lost.sorted(by: { (pieces[$1].places.count, $0) < (pieces[$0].places.count, $1) }) {
      for other in others[index] { pieces[other].count += pieces[index].count }
    }
    remove(lost)
    scorePossible()
  }

  /// How much less likely the texts become without a piece: all its count goes to the others, and the sum grows.
  private func loss(of index: Int, _ others: [Int], _ total: Double) -> Double {
    let count = pieces[index].count
    guard count > 0, !others.isEmpty else { return 0 }
    let sum = log(total + count * Double(others.count - 1))
    let without = others.reduce(0) { $0 + log(pieces[$1].count + count) - sum }
    return count * (log(count / total) - without)
  }

  /// The likeliest way to write a piece with other pieces; Viterbi's search.
  private func writing(without index: Int) -> [Int] {
    let places = pieces[index].places
    var steps: [(score: Double, piece: Int)?] = [(0, -1)] + Array(repeating: nil, count: places.count)
    for start in 0..<places.count {
      guard let before = steps[start] else { continue }
      for edge in edges(at: places.lowerBound + start) where edge.piece != index {
        let end = start + Int(edge.length)
        guard end <= places.count else { break }
        let score = before.score + pieces[Int(edge.piece)].score
        if steps[end].map({ score > $0.score }) ?? true { steps[end] = (score, Int(edge.piece)) }
      }
    }
    var others: [Int] = []
    var end = places.count
    while end > 0, let step = steps[end] {
      others.append(step.piece)
      end -= pieces[step.piece].places.count
    }
    return others
  }

  /// Takes pieces and their edges out.
  private mutating func remove(_ lost: some Sequence<Int>) {
    var numbers: [Int32?] = pieces.indices.map { Int32($0) }
    for index in lost { numbers[index] = nil }
    var kept: Int32 = 0
    for index in numbers.indices where numbers[index] != nil {
      numbers[index] = kept
      kept += 1
    }
    pieces = pieces.indices.filter { numbers[$0] != nil }.map { pieces[$0] }
    var keptEdges: [Edge] = []
    var firstKept = [0]
    for place in text.scalars.indices {
      for edge in edges(at: place) {
        guard let piece = numbers[Int(edge.piece)] else { continue }
        keptEdges.append(Edge(piece: piece, length: edge.length))
      }
      firstKept.append(keptEdges.count)
    }
    (edges, firstEdges) = (keptEdges, firstKept)
  }
}
