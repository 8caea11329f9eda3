/// One line of source text as a screen shows it: tabs spread out, control characters made visible.
///
/// Carets have to stand under what they point at, so the line knows at which column of the screen each byte begins.
/// A column is the width of a Latin letter; Chinese characters and emoji take two, combining marks none.
struct DisplayText {
  private static let tabWidth = 4

  /// The characters as they are printed.
  private(set) var text = ""
  /// The number of columns that the line takes.
  private(set) var width = 0
  /// For each UTF-8 offset of the source line, the end included, the column at which its character begins, from 0.
  private var columns: [Int] = []

  /// Lays out a line, which holds no line break.
  init(_ line: some StringProtocol) {
    columns.reserveCapacity(line.utf8.count + 1)
    for character in line {
      let shown = Self.shown(character, at: width)
      columns.append(contentsOf: repeatElement(width, count: character.utf8.count))
      text += shown.text
      width += shown.width
    }
    columns.append(width)
  }

  /// The column, from 0, of the character that holds the given UTF-8 offset; beyond the end, that of the end.
  func column(atOffset offset: Int) -> Int {
    columns[min(max(0, offset), columns.count - 1)]
  }

  private static func shown(_ character: Character, at column: Int) -> (text: String, width: Int) {
    if character == "\t" {
      let width = tabWidth - column % tabWidth
      return (String(repeating: " ", count: width), width)
    }
    var text = ""
    for scalar in character.unicodeScalars {
      // A control character would act on the reader's terminal; its picture only shows that it is there.
      switch scalar.value {
      case 0..<0x20: text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: text.unicodeScalars.append("\u{2421}")
      case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return (text, text.reduce(0) { $0 + $1.displayWidth })
  }
}

extension Character {
  /// The number of columns that the character takes on a screen: 0, 1 or 2.
  var displayWidth: Int {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count > 1 {
      let isEmoji = scalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 || $0.properties.isEmojiModifier }
      if isEmoji || Self.regionalIndicators.contains(first.value) { return 2 }
    }
    if first.properties.isEmojiPresentation || first.isWide { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  private static let regionalIndicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
}

extension Unicode.Scalar {
  /// Whether Unicode's East Asian width is wide or full.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x17000...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
