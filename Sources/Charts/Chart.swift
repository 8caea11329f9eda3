import Displays

/// A picture of numbers: drawn in SVG for a page, in characters for a terminal, told in words for who sees neither.
///
/// As the result of a cell it shows itself. The same numbers always give the same picture. No meaning lies in a colour
/// alone: what differs in colour differs in shape, in dashes or in a number too.
public protocol Chart: Displayable, CustomStringConvertible, Sendable {
  /// The drawing, in the colours of the page that it stands on.
  var svg: String { get }
  /// What there is to see, in sentences with the numbers that matter.
  var words: String { get }
  /// The chart in characters, at most `width` of them in a line, without colours.
  func text(width: Int) -> String
}

extension Chart {
  /// The drawing, and the chart in characters where only text can be shown.
  public var display: Display { Drawing.display(svg, words: words, text: description) }
  /// The chart in characters, as wide as the terminal.
  public var description: String { text(width: Stage.current.columns()) }
}
