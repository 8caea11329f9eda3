/// A drawing in SVG, shown as such.
///
///     SVG("<svg width='20' height='20'><circle cx='10' cy='10' r='8'/></svg>", text: "a dot")
public struct SVG: Displayable, Sendable {
  public var drawing: String
  /// What stands in for the drawing in a terminal.
  public var text: String

  public init(_ drawing: String, text: String? = nil) {
    self.drawing = drawing
    self.text = text ?? "SVG drawing, \(ByteCount(drawing.utf8.count))"
  }

  public var display: Display { .svg(drawing, text: text) }
}
