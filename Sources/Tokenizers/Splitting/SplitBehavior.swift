/// What becomes of the places at which a text is cut.
enum SplitBehavior: String, CaseIterable, Sendable {
  /// They are dropped.
  case removed = "Removed"
  /// Each is a piece of its own.
  case isolated = "Isolated"
  /// Each is the end of the piece before it.
  case mergedWithPrevious = "MergedWithPrevious"
  /// Each is the beginning of the piece behind it.
  case mergedWithNext = "MergedWithNext"
  /// Those side by side are one piece.
  case contiguous = "Contiguous"

  /// Cuts a piece at some places.
  func pieces(of piece: Range<Int>, at cuts: [Range<Int>]) -> [Range<Int>] {
    var parts: [(range: Range<Int>, isCut: Bool)] = []
    var position = piece.lowerBound
    for cut in cuts {
      if cut.lowerBound > position { parts.append((position..<cut.lowerBound, false)) }
      parts.append((cut, true))
      position = cut.upperBound
    }
    if position < piece.upperBound { parts.append((position..<piece.upperBound, false)) }
    switch self {
    case .removed: return parts.filter { !$0.isCut }.map(\.range)
    case .isolated: return parts.map(\.range)
    case .contiguous: return Self.joined(parts) { $0.isCut && $1.isCut }
    case .mergedWithPrevious: return Self.joined(parts) { !$0.isCut && $1.isCut }
    case .mergedWithNext: return Self.joined(parts) { $0.isCut && !$1.isCut }
    }
  }

  /// Joins neighbours for which the rule holds; a piece that was joined counts as its second part.
  private static func joined(
    _ parts: [(range: Range<Int>, isCut: Bool)],
    where belong: ((range: Range<Int>, isCut: Bool), (range: Range<Int>, isCut: Bool)) -> Bool
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var previous: (range: Range<Int>, isCut: Bool)?
    for part in parts {
      if let before = previous, belong(before, part), let last = pieces.popLast() {
        pieces.append(last.lowerBound..<part.range.upperBound)
      } else {
        pieces.append(part.range)
      }
      previous = part
    }
    return pieces
  }
}
