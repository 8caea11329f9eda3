/// A piece of HTML, shown as such.
///
///     HTML("<b>bold</b>", text: "bold")
public struct HTML: Displayable, Sendable {
  public var markup: String
  /// What stands in for the markup in a terminal.
  public var text: String

  public init(_ markup: String, text: String? = nil) {
    self.markup = markup
    self.text = text ?? "HTML, \(markup.utf8.count) bytes"
  }

  public var display: Display { .html(markup, text: text) }

  /// The text with each character that means something in HTML replaced, so that it shows as it is.
  ///
  ///     HTML.escaped("a < b")     // "a &lt; b"
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Control characters have no place in HTML; their picture stands in for them.
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}": result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
