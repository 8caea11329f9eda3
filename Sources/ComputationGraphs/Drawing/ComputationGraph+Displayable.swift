import Displays

extension ComputationGraph: Displayable, CustomStringConvertible {
  /// The drawing, and the tree where only text can be shown.
  ///
  /// The drawing stands in the page itself, where it knows the colours of the theme and can be read aloud; a page that is
  /// too narrow can be scrolled.
  public var display: Display { Drawing.display(svg(), words: words(), text: text()) }

  public var description: String { text() }
}
