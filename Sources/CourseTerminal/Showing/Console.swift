/// Where a lesson is read: a terminal, or a test that plays one.
public protocol Console: Sendable {
  /// Writes text as it is.
  func write(_ text: String)
  /// Asks for a line; `nil` at the end of the input.
  func readLine(prompt: String) -> String?
  /// Says after a moment what is going on, for instance `running`, until something is written or `endWaiting` is called.
  func beginWaiting(_ what: String)
  /// - Parameter forgetsKeys: Whether keys that were pressed meanwhile are thrown away: an Enter that was meant to hurry
  ///   would turn a page that nobody has read.
  func endWaiting(forgetsKeys: Bool)
  var style: TextStyle { get }
  /// How many columns a terminal has in which lines can be written again; `nil` where what is written stays.
  var columns: Int? { get }
}

extension Console {
  public var columns: Int? { nil }
  public func beginWaiting(_ what: String) {}
  public func endWaiting(forgetsKeys: Bool) {}

  /// Writes Markdown, wrapped.
  func markdown(_ text: String) { write(MarkdownText(style: style).text(text)) }

  /// Writes a report, its sentences wrapped.
  func report(_ text: String) { write(TerminalText.report(text, width: style.width)) }

  /// Writes a line as it is.
  func line(_ text: String = "") { write(text + "\n") }
}

/// How text may look.
public struct TextStyle: Sendable, Equatable {
  /// Whether words may have colours and weight.
  public var isColored: Bool
  /// For screen readers: no lines drawn, no columns, every sign a word.
  public var isPlain: Bool
  /// How many columns a line may have.
  public var width: Int

  public init(isColored: Bool = false, isPlain: Bool = false, width: Int = 80) {
    self.isColored = isColored
    self.isPlain = isPlain
    self.width = width
  }

  public func bold(_ text: String) -> String { paint(text, "1") }
  public func faint(_ text: String) -> String { paint(text, "2") }
  public func code(_ text: String) -> String { paint(text, "36") }
  func gutter(_ text: String) -> String { paint(text, "34") }
  func mark(_ text: String) -> String { paint(text, "31") }
  func suggestion(_ text: String) -> String { paint(text, "32") }
  private func paint(_ text: String, _ number: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
  }
}
