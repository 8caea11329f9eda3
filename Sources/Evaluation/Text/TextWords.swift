/// How the measures of texts cut them: as Python's string methods do, whose results they are compared with.
enum TextWords {
  /// What Python takes for white space: Unicode's, and four old separators.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// In lower case. A Greek Σ at the end of a word becomes ς, which Swift's own function leaves out.
  static func lowercased(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains("Σ") else { return text.lowercased() }
    func isWord(_ neighbours: some Sequence<Unicode.Scalar>) -> Bool {
      neighbours.first { !$0.properties.isCaseIgnorable }?.properties.isCased == true
    }
    return scalars.indices.reduce(into: "") { lower, place in
      let isEnd = isWord(scalars[..<place].reversed()) && !isWord(scalars[(place + 1)...])
      lower += scalars[place] == "Σ" && isEnd ? "ς" : scalars[place].properties.lowercaseMapping
    }
  }

  /// What stands between white space.
  static func split(_ scalars: some Collection<Unicode.Scalar>) -> [String] {
    scalars.split(whereSeparator: isSpace).map { String(String.UnicodeScalarView($0)) }
  }

  static func split(_ text: String) -> [String] { split(text.unicodeScalars) }

  /// Without white space at the end.
  static func trimmedRight(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(scalars[..<(scalars.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0)])
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The punctuation of ASCII.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (33...126).contains(scalar.value) && !isDigit(scalar) && !("a"..."z").contains(scalar)
      && !("A"..."Z").contains(scalar)
  }
}
