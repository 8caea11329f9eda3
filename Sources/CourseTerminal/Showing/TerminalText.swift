/// Text as a terminal shows it: how wide it is, and in which lines it fits.
public enum TerminalText {
  /// How many columns a text takes: two for Chinese, Japanese and Korean letters and for pictures, none for colours.
  static func columns(_ text: some StringProtocol) -> Int {
    var count = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        // A colour is `ESC [ 1 m`: it ends with its first letter.
        isEscape = !scalar.properties.isAlphabetic
      } else if scalar == "\u{1B}" {
        isEscape = true
      } else {
        count += columns(of: scalar)
      }
    }
    return count
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// A line in lines of at most `width` columns, broken at spaces; all but the first begin with `indent`.
  ///
  /// What stands at the line's own beginning is kept, and a word that is wider than a line stays whole.
  static func wrapped(_ line: String, width: Int, indent: String) -> [String] {
    guard columns(line) > width else { return [line] }
    var lines: [String] = []
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    var current: String?
    for word in words {
      guard let begun = current else {
        current = String(word)
        continue
      }
      if !begun.allSatisfy(\.isWhitespace), columns(begun) + 1 + columns(word) > width {
        lines.append(begun)
        current = indent + word
      } else {
        current = begun + " " + word
      }
    }
    return lines + (current.map { [$0] } ?? [])
  }
}
