/// A scalar of a text that was changed, and how many scalars more there are with it: 1 for one that is new, −1 for one that
/// two have become.
struct ChangedScalar {
  var scalar: Unicode.Scalar
  var change: Int
}

extension [TextUnit] {
  /// The places of scalars that these have become, by counting from left to right: what is new stands where the scalar
  /// before it does, and what has become one stands where the first of its parts did.
  func placed(_ scalars: [ChangedScalar]) -> [TextUnit] {
    var position = 0
    return scalars.map { changed in
      let unit = self[Swift.max(Swift.min(changed.change > 0 ? position - 1 : position, count - 1), 0)]
      position += Swift.max(1 - changed.change, 0)
      return TextUnit(scalar: changed.scalar, start: unit.start, end: unit.end)
    }
  }
}
