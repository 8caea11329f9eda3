import _StringProcessing

/// What is looked for in a text: a text itself, one of the well-known patterns of the field, or any regular expression.
struct TextPattern: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case text(String)
    case expression(String)
  }

  let kind: Kind
  /// A hand-written scanner for a pattern that many tokenizers have.
  private let scanner: WordScanner?

  init(text: String) {
    kind = .text(text)
    scanner = nil
  }

  /// - Throws: What the regular expression's parser says of it.
  init(expression: String) throws {
    kind = .expression(expression)
    scanner = WordScanner(expression: expression)
    if scanner == nil { _ = try Regex(expression) }
  }

  /// The pattern of one of the known scanners.
  init(_ scanner: WordScanner) {
    kind = .expression(scanner.rawValue)
    self.scanner = scanner
  }

  /// Where the pattern is found, from left to right, without overlaps and without empty finds.
  func matches(in units: ArraySlice<TextUnit>) -> [Range<Int>] {
    if let scanner { return scanner.words(in: units) }
    switch kind {
    case .text(let text):
      let wanted = Array(text.unicodeScalars)
      guard !wanted.isEmpty else { return [] }
      var found: [Range<Int>] = []
      var position = units.startIndex
      while position + wanted.count <= units.endIndex {
        if zip(units[position...], wanted).allSatisfy({ $0.scalar == $1 }) {
          found.append(position..<position + wanted.count)
          position += wanted.count
        } else {
          position += 1
        }
      }
      return found
    case .expression(let expression):
      // It was read when the pattern was made.
      guard let regex = try? Regex(expression).matchingSemantics(.unicodeScalar) else { return [] }
      let text = units.text
      var found: [Range<Int>] = []
      var (index, position) = (text.startIndex, units.startIndex)
      for match in text.matches(of: regex) where !match.range.isEmpty {
        position += text.unicodeScalars.distance(from: index, to: match.range.lowerBound)
        let length = text.unicodeScalars.distance(from: match.range.lowerBound, to: match.range.upperBound)
        found.append(position..<position + length)
        (index, position) = (match.range.upperBound, position + length)
      }
      return found
    }
  }
}
