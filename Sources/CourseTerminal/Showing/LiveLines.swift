/// Lines at the end of a cell's output that are written again and again: bars of progress, curves that grow.
///
/// What else is written goes above them, so that a loop which prints and has a bar leaves one bar. Where lines cannot be
/// written again, a bar is written when it begins, every ten seconds, and at its end.
struct LiveLines {
  /// Above so many rows the top may have left the screen, where nothing can be written again.
  private static let highest = 24
  private static let pause = Duration.seconds(10)

  private let columns: Int?
  private var shown: [(identifier: String, text: String)] = []
  /// Writing that has no line end yet; it stands above the bars.
  private var open = ""
  /// The display that was written last, and what was written below it, while that can still be written again.
  private var last: (identifier: String, text: String)?
  private var below = ""
  private var lastWriting: ContinuousClock.Instant?

  /// - Parameter columns: The terminal's; `nil` if its lines cannot be written again.
  init(columns: Int?) { self.columns = columns }

  /// What to send to the terminal for text that the code has written.
  mutating func written(_ text: String) -> String {
    guard let columns, !shown.isEmpty else {
      keep(text)
      return text
    }
    let erasing = Self.up(Self.rows(drawn, columns))
    open += text
    return erasing + wholeLines() + drawn
  }

  /// What to send for a value that the code has shown for the first time.
  mutating func displayed(_ text: String, identifier: String) -> String {
    let text = Self.ended(text)
    if columns != nil, !shown.isEmpty, !identifier.isEmpty, text.count(where: { $0 == "\n" }) == 1 {
      // The bar of a loop within a loop: it stands below the outer one.
      let erasing = erased
      shown.append((identifier, text))
      return erasing + drawn
    }
    let output = written(text)
    lastWriting = .now
    if shown.isEmpty { (last, below) = ((identifier, text), "") }
    return output
  }

  /// What to send for a value that is shown in the place of an earlier one.
  mutating func updated(_ text: String, identifier: String, now: ContinuousClock.Instant = .now) -> String {
    let text = Self.ended(text)
    guard let columns, Self.rows(text, columns) <= Self.highest else {
      shown.removeAll { $0.identifier == identifier }
      shown.append((identifier, text))
      guard let before = lastWriting, now - before < Self.pause else {
        lastWriting = now
        shown.removeLast()
        return text
      }
      return ""
    }
    var erasing = erased
    if let place = shown.firstIndex(where: { $0.identifier == identifier }) {
      shown[place].text = text
    } else {
      // The loop has printed before its bar moved: its words go above the bar.
      if let last, last.identifier == identifier {
        erasing = Self.up(Self.rows(last.text + below, columns))
        open = below
      }
      shown.append((identifier, text))
    }
    (last, below) = (nil, "")
    return erasing + wholeLines() + drawn
  }

  /// What to send at the end of the cell.
  mutating func finished() -> String {
    defer { self = LiveLines(columns: columns) }
    return columns == nil ? shown.map(\.text).joined() : ""
  }

  /// Remembers what is written below a display, unless it can no longer be written again.
  private mutating func keep(_ text: String) {
    guard let columns, let shown = last else { return }
    below += text
    let openColumns = TerminalText.columns(below[(below.lastIndex(of: "\n") ?? below.startIndex)...])
    if openColumns >= columns || Self.rows(shown.text + below, columns) > Self.highest { (last, below) = (nil, "") }
  }

  /// Takes the lines that have their end from those that stand above the bars.
  private mutating func wholeLines() -> String {
    let end = open.lastIndex(of: "\n").map { open.index(after: $0) } ?? open.startIndex
    defer { open = String(open[end...]) }
    return String(open[..<end])
  }

  private var drawn: String { (open.isEmpty ? "" : open + "\n") + shown.map(\.text).joined() }

  /// Moves to the first of the live lines and clears all of them.
  private var erased: String { columns.map { Self.up(Self.rows(drawn, $0)) } ?? "" }

  private static func up(_ rows: Int) -> String { rows == 0 ? "" : "\u{1B}[\(rows)A\r\u{1B}[J" }

  private static func rows(_ text: String, _ columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (TerminalText.columns($1) + columns - 1) / columns) }
  }

  private static func ended(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }
}
