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
    "<\(tag) style=\"text-align: \(isNumeric[column] ? "right" : "left")\">\(HTML.escaped(text))</\(tag)>"
  }
}
