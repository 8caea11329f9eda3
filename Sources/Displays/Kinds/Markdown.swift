/// Text in Markdown, shown as such.
///
///     Markdown("The loss fell **by half**.")
public struct Markdown: Displayable, Sendable {
  public var source: String

  public init(_ source: String) { self.source = source }

  public var display: Display { .markdown(source) }
}
