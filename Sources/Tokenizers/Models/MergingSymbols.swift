/// The tokens of a piece while neighbours become one: a list in which each knows its neighbours.
struct MergingSymbols {
  private struct Symbol {
    var id: Int32
    /// 0 for one that has become part of its neighbour.
    var width: Int32
    var length: Int32
    var previous: Int32
    var next: Int32
  }

  /// A pair that could become one token.
  private struct Candidate {
    var rank: Int32
    var position: Int32
    var id: Int32
    /// How wide both were when the pair was noted; if that has changed, the pair is gone.
    var width: Int32

    static func goesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
      left.rank == right.rank ? left.position < right.position : left.rank < right.rank
    }
  }

  private var symbols: [Symbol]

  init(_ tokens: [FoundToken]) {
    symbols = tokens.enumerated().map { position, token in
      Symbol(
        id: Int32(token.id), width: 1, length: Int32(token.length), previous: Int32(position - 1),
        next: position + 1 < tokens.count ? Int32(position + 1) : -1)
    }
  }

  /// Joins pairs until there is none left, the earliest learned first, and of equal ones the leftmost.
  mutating func merge(by table: PairTable) {
    if symbols.count <= 24 { mergeBySearching(table) } else { mergeByHeap(table) }
  }

  /// What is left, in order.
  var tokens: [FoundToken] {
    symbols.compactMap { $0.width == 0 ? nil : FoundToken(id: Int($0.id), length: Int($0.length)) }
  }

  /// Looks at all pairs for each step: the quickest for the few symbols of a word.
  private mutating func mergeBySearching(_ table: PairTable) {
    while true {
      var best: PairTable.Entry?
      var place: Int32 = 0
      var position: Int32 = symbols.isEmpty ? -1 : 0
      while position >= 0 {
        let next = symbols[Int(position)].next
        if next >= 0, let entry = table.find(symbols[Int(position)].id, symbols[Int(next)].id),
          entry.rank < best?.rank ?? .max
        {
          (best, place) = (entry, position)
        }
        position = next
      }
      guard let best else { return }
      join(place, as: best.id)
    }
  }

  /// Keeps the pairs in a heap, so that a piece of a million symbols takes no longer than it must.
  private mutating func mergeByHeap(_ table: PairTable) {
    var heap = Heap(goesBefore: Candidate.goesBefore)
    func note(_ position: Int32) {
      guard position >= 0 else { return }
      let symbol = symbols[Int(position)]
      guard symbol.next >= 0, let entry = table.find(symbol.id, symbols[Int(symbol.next)].id) else { return }
      let width = symbol.width + symbols[Int(symbol.next)].width
      heap.insert(Candidate(rank: entry.rank, position: position, id: entry.id, width: width))
    }
    for position in symbols.indices { note(Int32(position)) }
    while let candidate = heap.removeFirst() {
      let symbol = symbols[Int(candidate.position)]
      guard symbol.width > 0, symbol.next >= 0 else { continue }
      let next = symbols[Int(symbol.next)]
      guard symbol.width + next.width == candidate.width, table.find(symbol.id, next.id)?.id == candidate.id else {
        continue
      }
      join(candidate.position, as: candidate.id)
      note(symbol.previous)
      note(candidate.position)
    }
  }

  private mutating func join(_ position: Int32, as id: Int32) {
    let (left, right) = (Int(position), Int(symbols[Int(position)].next))
    symbols[left].id = id
    symbols[left].width += symbols[right].width
    symbols[left].length += symbols[right].length
    symbols[left].next = symbols[right].next
    symbols[right].width = 0
    if symbols[right].next >= 0 { symbols[Int(symbols[right].next)].previous = position }
  }
}
