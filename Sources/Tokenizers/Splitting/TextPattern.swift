/// What is looked for in a text: a text itself, one of the well-known patterns of the field, or any regular expression.
struct TextPattern: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case text(String)
    case expression(String)
  }

  let kind: Kind
  /// A hand-written scanner for a pattern that many tokenizers have.
  private let scanner: WordScanner?
  /// What looks for any other regular expression.
  private let expression: RegularExpression?

  init(text: String) {
    kind = .text(text)
    (scanner, expression) = (nil, nil)
  }

  /// - Throws: What the regular expression's parser says of it.
  init(expression: String) throws {
    kind = .expression(expression)
    scanner = WordScanner(expression: expression)
    self.expression = scanner == nil ? try RegularExpression(expression) : nil
  }

  /// The pattern of one of the known scanners.
  init(_ scanner: WordScanner) {
    kind = .expression(scanner.rawValue)
    self.scanner = scanner
    expression = nil
  }

  static func == (left: TextPattern, right: TextPattern) -> Bool { left.kind == right.kind }

  /// Where the pattern is found, from left to right, without overlaps.
  ///
  /// A regular expression may find places of no length, such as that before a capital letter; one at the end of what was
  /// found before it does not count.
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
    case .expression:
      return expression?.places(in: units.text).map {
        units.startIndex + $0.lowerBound..<units.startIndex + $0.upperBound
      } ?? []
    }
  }
}
