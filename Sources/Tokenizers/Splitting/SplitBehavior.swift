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

  /// Cuts a piece at some places, which may have no length.
  ///
  /// - Parameter isInverted: Whether the places are what is kept, and what lies between them is cut out. Neighbours stay
  ///   pieces of their own.
  func pieces(of piece: Range<Int>, at cuts: [Range<Int>], isInverted: Bool = false) -> [Range<Int>] {
    var parts: [(range: Range<Int>, isCut: Bool)] = []
    var position = piece.lowerBound
    for cut in cuts {
      if cut.lowerBound > position { parts.append((position..<cut.lowerBound, isInverted)) }
      parts.append((cut, !isInverted))
      position = cut.upperBound
    }
    if position < piece.upperBound { parts.append((position..<piece.upperBound, isInverted)) }
    let pieces =
      switch self {
      case .removed: parts.filter { !$0.isCut }.map(\.range)
      case .isolated: parts.map(\.range)
      case .contiguous: Self.joined(parts) { $0.isCut == $1.isCut }
      case .mergedWithPrevious: Self.joined(parts) { !$0.isCut && $1.isCut }
      case .mergedWithNext: Self.joined(parts) { $0.isCut && !$1.isCut }
      }
    return pieces.filter { !$0.isEmpty }
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
