import FoundationEssentials

/// How a value looks: the same thing in several forms, from which a notebook or a terminal picks the richest that it
/// can show.
///
///     Display.html("<b>42</b>", text: "42")
///     Display.text("a circle").adding(.svg, .text("<svg>…</svg>"))
public struct Display: Sendable, Equatable {
  /// What a form holds.
  public enum Content: Sendable, Equatable {
    case text(String)
    /// Bytes, such as those of a picture.
    case data(Data)
    case json(JSON)
  }

  /// The forms.
  public private(set) var contents: [MIMEType: Content]
  /// What a front end may want to know about a form, for instance the size of a picture.
  public private(set) var metadata: [MIMEType: JSON] = [:]

  /// A display without any form: nothing is shown.
  public init() { contents = [:] }

  /// One form of the value, or `nil` if it has none of that type.
  public subscript(type: MIMEType) -> Content? { contents[type] }

  /// The form for a terminal.
  public var text: String {
    guard case .text(let text) = contents[.plainText] else { return "" }
    return text
  }

  /// The same display with one more form, or with another content for a form.
  public func adding(_ type: MIMEType, _ content: Content, metadata: JSON? = nil) -> Display {
    var display = self
    display.contents[type] = content
    display.metadata[type] = metadata
    return display
  }
}
