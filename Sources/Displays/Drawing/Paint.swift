/// A colour that a drawing takes from the page around it, so that it can be read on a light and on a dark one.
///
/// In JupyterLab it is a colour of the theme. Elsewhere the reader's wish for light or dark decides, and programs that know
/// no style sheets take the light colour, which is given once more as an attribute.
package struct Paint: Sendable {
  /// The name that the drawing's own style sheet gives it.
  let name: String
  let themeVariable: String
  let light: String
  let dark: String

  /// What everything stands on.
  package static let ground = Paint(
    name: "ground", themeVariable: "jp-layout-color0", light: "#ffffff", dark: "#111111")
  /// Words that are to be read first.
  package static let text = Paint(
    name: "text", themeVariable: "jp-content-font-color1", light: "#212121", dark: "#e6e6e6")
  /// Words that are to be read next, such as numbers along an axis.
  package static let detail = Paint(
    name: "detail", themeVariable: "jp-content-font-color2", light: "#545454", dark: "#bdbdbd")
  /// Lines between things.
  package static let line = Paint(
    name: "line", themeVariable: "jp-content-font-color3", light: "#8c8c8c", dark: "#8c8c8c")

  /// The colours of every drawing, as rules of its style sheet.
  static let rules: String = {
    let paints = [ground, text, detail, line]
    let light = paints.map { "--\($0.name):var(--\($0.themeVariable),\($0.light))" }.joined(separator: ";")
    let dark = paints.map { "--\($0.name):var(--\($0.themeVariable),\($0.dark))" }.joined(separator: ";")
    return ".glassbox{\(light)}@media (prefers-color-scheme:dark){.glassbox{\(dark)}}"
  }()

  package var fill: String { "fill=\"\(light)\" style=\"fill:\(value)\"" }
  package var stroke: String { "stroke=\"\(light)\" style=\"stroke:\(value)\"" }

  /// The filling, with more to say about the style.
  package func fill(_ style: String) -> String { "fill=\"\(light)\" style=\"fill:\(value);\(style)\"" }

  private var value: String { "var(--\(name),\(light))" }
}
