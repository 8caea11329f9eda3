/// A text that diagnostics point into, under the name that its reader knows it by.
public struct SourceText: Hashable, Sendable {
  /// The name at the start of a headline, such as `Cell 4`.
  public let title: String
  /// The name within a sentence, such as `cell 4`.
  public let reference: String
  private let lines: [String]

  /// The text of a cell.
  public init(cell number: Int, text: String) {
    self.init(title: "Cell \(number)", reference: "cell \(number)", text: text)
  }

  /// The text of anything else, for instance a file of a terminal lesson.
  public init(title: String, reference: String, text: String) {
    self.title = title
    self.reference = reference
    // `\r\n` is one `Character`, and the compiler counts a lone `\r` as a line break too.
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
  }

  /// Returns a line, counted from 1, or `nil` if the text has none of that number.
  public func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
