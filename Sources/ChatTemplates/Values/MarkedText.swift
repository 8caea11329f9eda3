/// A character, and who has written it.
struct MarkedScalar: Sendable, Equatable {
  let scalar: Unicode.Scalar
  /// Which of the given texts it is from; -1 for the template's own.
  let source: Int32

  init(_ scalar: Unicode.Scalar, source: Int32 = -1) { (self.scalar, self.source) = (scalar, source) }
}

/// A text whose characters remember who has written them.
///
/// Whatever a template does to a text, cutting, joining, trimming, what a user has written stays known as such. So nothing that a
/// user writes is ever taken for a mark of the template's.
struct MarkedText: Sendable {
  var scalars: [MarkedScalar]

  init(_ scalars: some Sequence<MarkedScalar>) { self.scalars = Array(scalars) }
  init(_ text: String = "", source: Int32 = -1) {
    scalars = text.unicodeScalars.map { MarkedScalar($0, source: source) }
  }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }
  var string: String { String(scalars.lazy.map(\.scalar)) }

  static func += (left: inout MarkedText, right: MarkedText) { left.scalars += right.scalars }

  func isSame(as other: MarkedText) -> Bool { scalars.elementsEqual(other.scalars) { $0.scalar == $1.scalar } }

  func precedes(_ other: MarkedText) -> Bool {
    scalars.lazy.map(\.scalar.value).lexicographicallyPrecedes(other.scalars.lazy.map(\.scalar.value))
  }

  func starts(with part: MarkedText, at place: Int) -> Bool {
    guard place + part.count <= count else { return false }
    for index in 0..<part.count where scalars[place + index].scalar != part.scalars[index].scalar { return false }
    return true
  }

  /// Without some characters at the beginning, the end or both; spaces unless told otherwise.
  func trimmed(_ characters: MarkedText? = nil, start: Bool = true, end: Bool = true) -> MarkedText {
    let unwanted = characters.map { Set($0.scalars.map(\.scalar)) }
    func isUnwanted(_ scalar: MarkedScalar) -> Bool { unwanted?.contains(scalar.scalar) ?? scalar.scalar.isPythonSpace }
    var part = scalars[...]
    if start { part = part.drop(while: isUnwanted) }
    while end, let last = part.last, isUnwanted(last) { part.removeLast() }
    return MarkedText(part)
  }

  /// Each character by others, all of them from the same source.
  func mapped(_ change: (Unicode.Scalar) -> String) -> MarkedText {
    MarkedText(
      scalars.flatMap { one in change(one.scalar).unicodeScalars.map { MarkedScalar($0, source: one.source) } })
  }

  var uppercased: MarkedText { mapped { $0.properties.uppercaseMapping } }
  var lowercased: MarkedText { mapped { $0.properties.lowercaseMapping } }
  var capitalized: MarkedText {
    var text = MarkedText(scalars.prefix(1)).mapped { $0.properties.titlecaseMapping }
    text += MarkedText(scalars.dropFirst()).lowercased
    return text
  }

  func joined(_ parts: [MarkedText]) -> MarkedText {
    var text = MarkedText()
    for (index, part) in parts.enumerated() {
      if index > 0 { text += self }
      text += part
    }
    return text
  }
}
