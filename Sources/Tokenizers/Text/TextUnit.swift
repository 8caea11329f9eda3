/// A Unicode scalar on its way through a tokenizer, and where in the original text it comes from.
///
/// Normalizers change, drop and add scalars; their places stay known, so that every token can be shown in the text as it
/// was typed.
struct TextUnit: Equatable {
  var scalar: Unicode.Scalar
  /// The scalars of the original text that this one stands for, counted from its beginning.
  var start: Int32
  var end: Int32

  /// The scalars of a text, each standing for itself.
  static func units(of text: String) -> [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(text.utf8.count)
    for (position, scalar) in text.unicodeScalars.enumerated() {
      units.append(TextUnit(scalar: scalar, start: Int32(position), end: Int32(position + 1)))
    }
    return units
  }

  /// The units of a text that stands at one place of the original.
  static func units(of text: String, at start: Int32, _ end: Int32) -> [TextUnit] {
    text.unicodeScalars.map { TextUnit(scalar: $0, start: start, end: end) }
  }
}

extension Sequence<TextUnit> {
  /// The text that the units spell.
  var text: String {
    var scalars = String.UnicodeScalarView()
    for unit in self { scalars.append(unit.scalar) }
    return String(scalars)
  }
}
