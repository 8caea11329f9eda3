extension String {
  /// How many columns of a terminal the text takes: two for each character of Chinese, Japanese or Korean and each emoji.
  package var columns: Int {
    reduce(0) { sum, character in
      let isWide =
        character.unicodeScalars.first.map { scalar in
          switch scalar.value {
          case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
          default: false
          }
        } ?? false
      return sum + (isWide ? 2 : 1)
    }
  }

  /// The text in one line of at most `length` characters, in which control characters are seen and do nothing.
  package func label(length: Int) -> String {
    var line = String.UnicodeScalarView()
    for scalar in singleLine().shortened(to: length).unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20: line.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      // The rest of the controls, and what XML does not allow even when escaped.
      case 0x7F...0x9F, 0xFFFE, 0xFFFF: line.append("\u{FFFD}")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The text with spaces behind it.
  package func padded(toColumns width: Int) -> String { self + String(repeating: " ", count: max(width - columns, 0)) }

  package var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
