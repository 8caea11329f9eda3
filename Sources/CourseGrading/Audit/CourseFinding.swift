/// Something in the course that is not as it must be.
public struct CourseFinding: Sendable, Equatable, Codable {
  /// The lesson, exercise or file.
  public var place: String
  public var message: String
  /// What code has shown, where a text says that it shows something else.
  public var shown: String?
  /// What the text says that it shows.
  public var expected: String?

  public init(_ place: String, _ message: String, shown: String? = nil, expected: String? = nil) {
    self.place = place
    self.message = message
    self.shown = shown
    self.expected = expected
  }

  /// Everything in lines of text.
  public var text: String {
    guard let shown, let expected else { return message }
    return "\(message)\nshown:\n\(Self.indented(shown))\nexpected:\n\(Self.indented(expected))"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
      .joined(separator: "\n")
  }
}
