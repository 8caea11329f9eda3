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
  /// The display that was written last, while nothing stands below it.
  private var last: (identifier: String, text: String)?
  private var lastWriting: ContinuousClock.Instant?

  /// - Parameter columns: The terminal's; `nil` if its lines cannot be written again.
  init(columns: Int?) { self.columns = columns }

  /// What to send to the terminal for text that the code has written.
  mutating func written(_ text: String) -> String {
    last = nil
    guard columns != nil, !shown.isEmpty else { return text }
    let erasing = erased
    open += text
    let end = open.lastIndex(of: "\n").map { open.index(after: $0) } ?? open.startIndex
    let whole = String(open[..<end])
    open = String(open[end...])
    return erasing + whole + drawn
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
    if shown.isEmpty { last = (identifier, text) }
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
      if let last, last.identifier == identifier { erasing = Self.up(Self.rows(last.text, columns)) }
      shown.append((identifier, text))
    }
    last = nil
    return erasing + drawn
  }

  /// What to send at the end of the cell.
  mutating func finished() -> String {
    defer { self = LiveLines(columns: columns) }
    return columns == nil ? shown.map(\.text).joined() : ""
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
