extension ValueTable {
  /// The table in HTML. It takes its colours and lines from the notebook's theme.
  package var html: String {
    var markup = "<table style=\"margin: 0.3em 0\">"
    if !columns.isEmpty {
      markup += "<thead><tr>"
      for (column, name) in columns.enumerated() { markup += cell("th", name, column) }
      markup += "</tr></thead>"
    }
    markup += "<tbody>"
    for row in rows {
      markup += "<tr>"
      for (column, text) in row.enumerated() { markup += cell("td", text ?? "", column) }
      markup += "</tr>"
    }
    markup += "</tbody></table>"
    if let remainder {
      markup += "<div style=\"color: var(--jp-ui-font-color2, gray)\">\(HTML.escaped(remainder))</div>"
    }
    return markup
  }

  private func cell(_ tag: String, _ text: String, _ column: Int) -> String {
    let align = isNumeric[column] ? "right" : "left"
    return "<\(tag) style=\"text-align: \(align)\">\(breakable(HTML.escaped(text), column))</\(tag)>"
  }

  /// A long name of parts, such as `blocks.0.feedForward.activation`, may go on in a new line behind a point, so that the table
  /// fits into a narrow page.
  private func breakable(_ text: String, _ column: Int) -> String {
    guard !isNumeric[column], text.count > 24, !text.contains(" ") else { return text }
    return text.replacing(".", with: ".<wbr>")
  }
}
