import Displays

extension Tensor: Displayable, Measured {
  /// The shape, the numbers as a table, a small heat map and their range, or of truth values how many are true.
  public var display: Display {
    let statistics = TensorStatistics(doubles)
    let dim = "color: var(--jp-content-font-color2, gray)"
    var html = "<div style=\"\(dim)\">\(HTML.escaped(heading))</div>"
    for block in TensorExcerpt(self).blocks {
      if !block.indices.isEmpty { html += "<div style=\"\(dim)\">\(HTML.escaped("\(block.indices)"))</div>" }
      html += table(block)
    }
    let hidden = TensorExcerpt(self).hiddenBlocks
    if hidden > 0 { html += "<div style=\"\(dim)\">… \(hidden) more</div>" }
    if let statistics, count > 1 {
      if let strip = HeatStrip(self, statistics) { html += strip.svg }
      let summary = dtype == .bool ? "\(nonZeroCount()) of \(count) are true" : statistics.text
      html += "<div style=\"\(dim)\">\(summary)</div>"
    }
    return .html(html, text: description)
  }

  public var measurements: Measurements {
    Measurements(shape: "\(shape)", bytes: count * dtype.byteCount)
  }

  private func table(_ block: TensorExcerpt.Block) -> String {
    let columns = block.rows.lazy.compactMap(\.self).first?.count ?? 0
    let rows = block.rows.map { row in
      (row ?? Array(repeating: nil, count: columns)).map { "<td>\($0 ?? "…")</td>" }.joined()
    }
    let style = "margin: 0.3em 0; text-align: right; font-family: var(--jp-code-font-family, monospace)"
    return "<table style=\"\(style)\"><tbody><tr>\(rows.joined(separator: "</tr><tr>"))</tr></tbody></table>"
  }
}
