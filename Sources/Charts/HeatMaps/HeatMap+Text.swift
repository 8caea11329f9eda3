import Displays

extension HeatMap {
  /// The fields as shades of grey, with their numbers if there is room for them.
  public func text(width: Int) -> String { text(width: width, summary: summary) }

  /// The same with other sentences below.
  func text(width: Int, summary: String) -> String {
    let heading = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    guard !values.isEmpty, fields.columns > 0 else { return (heading + [summary]).joined(separator: "\n") }
    let lines = numberLines(width) ?? shadeLines(width)
    return (heading + lines + summary.wrapped(width)).joined(separator: "\n")
  }

  /// A shade for a number: the darker the ink, the larger it is.
  private func shade(_ number: Double?) -> Character {
    guard let number else { return "?" }
    return ["·", "░", "▒", "▓", "█"][min(Int(ColorScale(range).share(number) * 5), 4)]
  }

  /// A table with the shade and the number of each field; `nil` if there is no room for it.
  private func numberLines(_ width: Int) -> [String]? {
    guard fields.isWhole, values.count <= 40 else { return nil }
    let numbers = fields.means.map { $0.map(word) }
    let names = columns.map { Lettering.name($0, length: 12) }
    let rowNames = rows.map { Lettering.name($0, length: 16) }
    let margin = rowNames.map(\.columns).max() ?? 0
    let widths = (0..<fields.columns).map { column in
      max((numbers.map { $0[column].columns }.max() ?? 0) + 1, names.isEmpty ? 0 : names[column].columns)
    }
    guard margin + widths.reduce(0, +) + 2 * widths.count <= width else { return nil }
    func line(_ name: String, _ cells: [String]) -> String {
      let fields = zip(cells, widths).map { String(repeating: " ", count: $1 - $0.columns) + $0 }
      return ([String(repeating: " ", count: margin - name.columns) + name] + fields).joined(separator: "  ")
    }
    let top = names.isEmpty ? [] : [line("", names)]
    return top
      + numbers.enumerated().map { row, cells in
        line(rowNames.isEmpty ? "" : rowNames[row], zip(cells, fields.means[row]).map { "\($0)\(shade($1))" })
      }
  }

  /// Shades only, of as many fields as there is room for.
  private func shadeLines(_ width: Int) -> [String] {
    let names = fields.isWhole ? rows.map { Lettering.name($0, length: 16) } : []
    let margin = names.map(\.columns).max() ?? 0
    let room = max(width - margin - 1, 4)
    let small = HeatFields(values, columns: fields.columns, mostRows: 40, mostColumns: room / 2)
    let isNamed = small.means.count == names.count
    let lines = small.means.enumerated().map { row, line in
      let name = isNamed ? String(repeating: " ", count: margin - names[row].columns) + names[row] + " " : ""
      return name + line.map { String(repeating: shade($0), count: 2) }.joined()
    }
    return lines + (small.note.map { [$0] } ?? [])
  }
}
