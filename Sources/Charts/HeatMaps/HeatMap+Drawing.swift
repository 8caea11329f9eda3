import Displays

extension HeatMap {
  /// Where the parts of the drawing stand.
  private struct Plan {
    let cell: (width: Double, height: Double)
    let left: Double
    let top: Double
    let showsNumbers: Bool
    let isSlanted: Bool
    let size: (rows: Int, columns: Int)

    var right: Double { left + Double(size.columns) * cell.width }
    var bottom: Double { top + Double(size.rows) * cell.height }
  }

  private static let margin = 16.0
  private static let mostNumbers = 16
  /// How far a line of length one that is slanted by 60 degrees goes to the side and up.
  private static let slant = (side: 0.5, up: 0.866)
  /// The smallest fields beside which names have room.
  private static let leastNamed = 15.0

  private var plan: Plan {
    let size = (rows: fields.means.count, columns: fields.columns == 0 ? 0 : fields.means.first?.count ?? 0)
    let showsNumbers = fields.isWhole && size.columns <= HeatMap.mostNumbers && size.rows <= 2 * HeatMap.mostNumbers
    let widest = showsNumbers ? fields.means.joined().map { Lettering.width(word($0)) }.max() ?? 0 : 0
    let side = max(6, min(24, 480 / Double(max(size.columns, size.rows, 1))))
    let cell = showsNumbers ? (width: max(widest + 10, 34), height: 26.0) : (width: side, height: side)
    let names = fields.isWhole && cell.height >= HeatMap.leastNamed
    let rowNames = names ? rows.map { Lettering.width(Lettering.name($0)) }.max() ?? 0 : 0
    let columnNames = names ? columns.map { Lettering.width(Lettering.name($0)) }.max() ?? 0 : 0
    let isSlanted = columnNames > cell.width - 6
    let room = columnNames == 0 ? 0 : isSlanted ? columnNames * HeatMap.slant.up + 18 : 20
    return Plan(
      cell: cell, left: HeatMap.margin + (rowNames == 0 ? 0 : rowNames + 8),
      top: HeatMap.margin + (title.isEmpty ? 0 : 26) + room, showsNumbers: showsNumbers, isSlanted: isSlanted,
      size: size)
  }

  public var svg: String { svg(words: words) }

  /// The same drawing in other words.
  func svg(words: String) -> String {
    let plan = plan
    let overhang =
      plan.isSlanted ? (columns.last.map { Lettering.width(Lettering.name($0)) * HeatMap.slant.side } ?? 0) : 0
    let right = max(plan.right + max(overhang, 78), title.isEmpty ? 0 : 40 + Lettering.width(heading, size: 14))
    let bottom = max(plan.bottom, plan.top + 78)
    let drawing = Drawing(
      title: title.isEmpty ? "Heat map" : title, words: words, width: max(right + HeatMap.margin, 160),
      height: bottom + HeatMap.margin + (fields.note == nil ? 0 : 18))
    var svg = cells(plan) + names(plan) + key(plan)
    if !title.isEmpty {
      svg += Lettering.text(
        heading, x: HeatMap.margin, y: HeatMap.margin + 10, "\(Paint.text.fill) font-size=\"14\" font-weight=\"600\"")
    }
    if let note = fields.note {
      svg += Lettering.text(note, x: HeatMap.margin, y: bottom + 24, "\(Paint.detail.fill) font-size=\"12\"")
    }
    return drawing.svg(svg)
  }

  private var heading: String { Lettering.name(title, columns: 64) }

  private func cells(_ plan: Plan) -> String {
    let scale = ColorScale(range)
    let gap = plan.showsNumbers ? 1.0 : 0
    var (fields, numbers) = ("", "")
    for (row, line) in self.fields.means.enumerated() {
      for (column, number) in line.enumerated() {
        let (x, y) = (plan.left + Double(column) * plan.cell.width, plan.top + Double(row) * plan.cell.height)
        if let number {
          let size = "width=\"\((plan.cell.width - gap).short)\" height=\"\((plan.cell.height - gap).short)\""
          fields += "<rect x=\"\(x.short)\" y=\"\(y.short)\" \(size) fill=\"\(scale.color(number))\"/>"
        }
        guard plan.showsNumbers else { continue }
        let ink = number.map { "fill=\"\(scale.ink(on: $0))\"" } ?? Paint.detail.fill
        numbers += Lettering.text(word(number), x: x + (plan.cell.width - gap) / 2, y: y + 17, ink)
      }
    }
    let crisp = "<g shape-rendering=\"crispEdges\">\(fields)</g>"
    return crisp + (numbers.isEmpty ? "" : "<g font-size=\"12\" text-anchor=\"middle\">\(numbers)</g>")
  }

  private func names(_ plan: Plan) -> String {
    guard fields.isWhole, plan.cell.height >= HeatMap.leastNamed else { return "" }
    let beside = rows.enumerated().map { row, name in
      let y = plan.top + (Double(row) + 0.5) * plan.cell.height + 4
      return Lettering.text(Lettering.name(name), x: plan.left - 8, y: y, "text-anchor=\"end\"")
    }
    let above = columns.enumerated().map { column, name in
      let middle = plan.left + (Double(column) + 0.5) * plan.cell.width
      let x = plan.isSlanted ? middle + 4 : middle
      let y = plan.top - 7
      let turn = "transform=\"rotate(-60 \(x.short) \(y.short))\""
      return Lettering.text(
        Lettering.name(name), x: x, y: y, plan.isSlanted ? turn : "text-anchor=\"middle\"")
    }
    return "<g \(Paint.text.fill) font-size=\"12\">\((beside + above).joined())</g>"
  }

  /// The scale of colours with the numbers of its ends and its middle.
  private func key(_ plan: Plan) -> String {
    guard plan.size.columns > 0, plan.size.rows > 0 else {
      return Lettering.text(
        "nothing to show", x: HeatMap.margin, y: plan.top + 14, "\(Paint.detail.fill) font-size=\"12\"")
    }
    let (x, steps, height) = (plan.right + 18, 12, 72.0)
    let scale = ColorScale(range)
    func number(_ share: Double) -> Double { range.lowerBound * (1 - share) + range.upperBound * share }
    /// The number in words; in the middle of a range around zero it is zero but for rounding.
    func word(_ share: Double) -> String {
      let number = number(share)
      return (abs(number) < 1e-3 * (range.upperBound / 2 - range.lowerBound / 2) ? 0 : number).brief
    }
    let fields = (0..<steps).map { step in
      let y = plan.top + Double(step) * height / Double(steps)
      let color = scale.color(number(1 - Double(step) / Double(steps - 1)))
      return "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"12\" height=\"6\" fill=\"\(color)\"/>"
    }
    let marks = [(1.0, 10.0), (0.5, height / 2 + 4), (0, height)].map { share, y in
      Lettering.text(word(share), x: x + 18, y: plan.top + y)
    }
    return
      "<g shape-rendering=\"crispEdges\">\(fields.joined())</g><g \(Paint.detail.fill) font-size=\"12\">\(marks.joined())</g>"
  }
}
