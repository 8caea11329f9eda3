/// A colour of the notebook's theme, with the one that takes its place where there is no theme.
///
/// It is given twice: browsers take the style, other programs that draw SVG know no variables and take the attribute.
struct Paint {
  let variable: String
  let fallback: String

  init(_ variable: String, _ fallback: String) {
    self.variable = variable
    self.fallback = fallback
  }

  var fill: String { "fill=\"\(fallback)\" style=\"fill:\(value)\"" }
  var stroke: String { "stroke=\"\(fallback)\" style=\"stroke:\(value)\"" }

  /// The filling, with more to say about the style.
  func fill(_ style: String) -> String { "fill=\"\(fallback)\" style=\"fill:\(value);\(style)\"" }

  private var value: String { "var(\(variable),\(fallback))" }
}
