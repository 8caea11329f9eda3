/// A text and the pieces that it was cut into: all units in one row, so that cutting makes no new arrays.
struct CutText {
  var units: [TextUnit]
  var pieces: [Range<Int>]

  /// A text in one piece.
  init(_ units: [TextUnit]) {
    self.units = units
    pieces = units.isEmpty ? [] : [0..<units.count]
  }

  /// Cuts each piece further where a rule says, and leaves the units as they are.
  func refined(
    _ behavior: SplitBehavior, isInverted: Bool = false, at places: (Range<Int>) -> [Range<Int>]
  ) -> CutText {
    var result = self
    result.pieces = pieces.flatMap { behavior.pieces(of: $0, at: places($0), isInverted: isInverted) }
    return result
  }

  /// Cuts each piece further at the units of a kind.
  func cut(_ behavior: SplitBehavior, where isCut: (Unicode.Scalar) -> Bool) -> CutText {
    refined(behavior) { piece in piece.filter { isCut(units[$0].scalar) }.map { $0..<$0 + 1 } }
  }
}
