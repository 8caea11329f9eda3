/// Numbers from 0 to 1 as a table whose fields are the darker the larger they are, with a name for each row and column.
package struct HeatTable {
  let corner: String
  let rowNames: [String]
  let columnNames: [String]
  let shares: [[Double]]

  /// - Parameters:
  ///   - corner: What the rows and columns are.
  ///   - shares: One row of numbers for each row's name; one number for each column's.
  package init(corner: String, rows: [String], columns: [String], shares: [[Double]]) {
    self.corner = corner
    (rowNames, columnNames) = (rows.map(HeatTable.visible), columns.map(HeatTable.visible))
    self.shares = shares
  }

  /// A name that can be seen: line ends and tabs by their usual signs, spaces too where they are at an end.
  private static func visible(_ name: String) -> String {
    guard !name.isEmpty else { return "∅" }
    let last = name.count - 1
    return name.enumerated().map { place, letter in
      switch letter {
      case " " where place == 0 || place == last: "␣"
      case "\t": "⇥"
      case _ where letter.isNewline: "⏎"
      default: String(letter)
      }
    }.joined()
  }

  /// With two digits behind the point, as it is read.
  static func digits(_ share: Double) -> String {
    guard share.isFinite else { return "\(share)" }
    let hundredths = Int((min(max(share, 0), 9.99) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// The numbers on coloured fields.
  package var html: String {
    func head(_ name: String) -> String { "<th style=\"text-align: left\">\(HTML.escaped(name))</th>" }
    func field(_ share: Double) -> String {
      let strength = share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0
      let color = strength > 55 ? "white" : "inherit"
      return
        "<td style=\"text-align: right; color: \(color); background: rgba(0, 60, 140, \(Double(strength) / 100))\">"
        + "\(HeatTable.digits(share))</td>"
    }
    let heading = "<thead><tr>\(([corner] + columnNames).map(head).joined())</tr></thead>"
    let body = zip(rowNames, shares).map { "<tr>\(head($0))\($1.map(field).joined())</tr>" }.joined()
    return "<table style=\"margin: 0.3em 0\">\(heading)<tbody>\(body)</tbody></table>"
  }

  /// Both forms, below a line that says what they are about.
  package func display(under heading: String) -> Display {
    .html("<div>\(HTML.escaped(heading))</div>\(html)", text: "\(heading)\n\(text)")
  }
}
