extension ValueTable {
  /// The table with its columns under each other, for a terminal.
  package var text: String {
    let header = columns.isEmpty ? [] : [columns.map(Optional.some)]
    let widths = isNumeric.indices.map { column in
      (header + rows).map { $0[column]?.count ?? 0 }.max() ?? 0
    }
    var lines = (header + rows).map { row in
      var line = row.indices
        .map { (row[$0] ?? "").padded(to: widths[$0], alignedRight: isNumeric[$0]) }
        .joined(separator: "  ")
      if hiddenColumns > 0 { line += "  …" }
      while line.last == " " { line.removeLast() }
      return line
    }
    if !columns.isEmpty {
      lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    }
    if let remainder { lines.append(remainder) }
    return lines.joined(separator: "\n")
  }

  /// What was left out, in words; `nil` if nothing was.
  var remainder: String? {
    var parts: [String] = []
    if rowCount > rows.count { parts.append("\(rowCount - rows.count) more rows") }
    if hiddenColumns > 0 { parts.append("\(hiddenColumns) more columns") }
    return parts.isEmpty ? nil : "… " + parts.joined(separator: ", ")
  }
}
