/// A line of source with its number, and under it the marks that point at a part of it.
struct SourceExcerpt {
  private static let greatestWidth = 140

  private let number: Int
  private let shown: DisplayText
  private let caret: Int?
  private let marks: [Range<Int>]

  /// Takes the line and the stretches of it, as UTF-8 offsets from 0, that are to be underlined.
  init(line: String, number: Int, caretOffset: Int?, ranges: [Range<Int>]) {
    self.number = number
    let shown = DisplayText(line)
    self.shown = shown
    caret = caretOffset.map(shown.column(atOffset:))
    var stretches = ranges
    if let offset = caretOffset, let word = Self.word(in: line, at: offset),
      !ranges.contains(where: { $0.contains(offset) })
    {
      stretches.append(word)
    }
    marks = stretches.map { shown.column(atOffset: $0.lowerBound)..<shown.column(atOffset: $0.upperBound) }
  }

  /// The number of digits of the line number.
  var numberWidth: Int { String(number).count }

  /// Lays the excerpt out; all excerpts of one report share the width of the gutter.
  func rendered(numberWidth: Int, caretStyle: RenderedText.Style) -> RenderedText {
    var result = RenderedText()
    let label = String(number)
    let padding = String(repeating: " ", count: max(0, numberWidth - label.count))
    let window = visibleColumns
    result.add([
      .init(text: "  \(padding)\(label) | ", style: .gutter),
      .init(text: shown.text(in: window), style: .body),
    ])
    if let marksLine = marksLine(in: window) {
      result.add([
        .init(text: "  \(String(repeating: " ", count: numberWidth)) | ", style: .gutter),
        .init(text: marksLine, style: caretStyle),
      ])
    }
    return result
  }

  /// The columns to show: all of them, or the surroundings of the caret in a line that is too long.
  private var visibleColumns: Range<Int> {
    guard shown.width > Self.greatestWidth else { return 0..<shown.width }
    let start = min(max(0, (caret ?? 0) - Self.greatestWidth / 2), shown.width - Self.greatestWidth)
    return start..<start + Self.greatestWidth
  }

  private func marksLine(in window: Range<Int>) -> String? {
    guard let caret else { return nil }
    var columns = [Character](repeating: " ", count: window.count + 1)
    for mark in marks {
      for column in mark.clamped(to: window) { columns[column - window.lowerBound] = "~" }
    }
    if (window.lowerBound...window.upperBound).contains(caret) { columns[caret - window.lowerBound] = "^" }
    while columns.last == " " { columns.removeLast() }
    return String(columns)
  }

  /// The name that begins at an offset, so that a caret alone still underlines all of it.
  private static func word(in line: String, at offset: Int) -> Range<Int>? {
    let utf8 = line.utf8
    guard let start = utf8.index(utf8.startIndex, offsetBy: offset, limitedBy: utf8.endIndex) else { return nil }
    let rest = line[start...]
    let length = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }.utf8.count
    return length > 0 ? offset..<offset + length : nil
  }
}

extension DisplayText {
  /// The part of the text that falls into some columns, with `…` where something is cut off.
  fileprivate func text(in window: Range<Int>) -> String {
    if window == 0..<width { return text }
    var column = 0
    var result = ""
    for character in text {
      let next = column + character.displayWidth
      if column >= window.lowerBound, next <= window.upperBound {
        result.append(character)
      } else if column < window.lowerBound, next > window.lowerBound {
        result += String(repeating: " ", count: next - window.lowerBound)
      }
      column = next
    }
    if window.lowerBound > 0, !result.isEmpty { result.replaceFirst(with: "…") }
    return window.upperBound < width ? result + "…" : result
  }
}

extension String {
  /// Puts a character of one column in the place of the first one, keeping what follows in its columns.
  fileprivate mutating func replaceFirst(with mark: Character) {
    let first = removeFirst()
    self = String(mark) + String(repeating: " ", count: max(0, first.displayWidth - 1)) + self
  }
}
