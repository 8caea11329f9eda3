import FoundationEssentials

extension Display {
  /// How a value looks: as its type says, or else by what it is made of.
  public init(of value: Any) {
    if let displayable = Display.unwrapped(value) as? any Displayable {
      self = displayable.display
    } else if let data = Display.unwrapped(value) as? Data, let header = ImageHeader(data) {
      self = header.format == .png ? .png(data) : .jpeg(data)
    } else if let table = ValueTable(Display.unwrapped(value)) {
      self = .html(table.html, text: table.isDictionary ? Display.outline(value) : table.text)
    } else {
      self = .text(Display.outline(value))
    }
  }

  private static func outline(_ value: Any) -> String {
    var reader = OutlineReader()
    return reader.outline(of: value).text
  }

  /// What an optional holds: it looks like the value itself.
  private static func unwrapped(_ value: Any) -> Any {
    var value = value
    while let wrapped = (value as? any OptionalValue)?.wrapped { value = wrapped }
    return value
  }
}
