import Displays

/// Bars with names: the probabilities of the next token, the sizes of texts.
///
///     BarChart(["cat": 0.62, "dog": 0.3, "seven": 0.08], title: "the next token")
///
/// The bars lie, so that long names have room, and each carries its number. Bars of negative numbers go to the left.
public struct BarChart: Chart {
  /// The names, from top to bottom.
  public let labels: [String]
  /// How long the bars are.
  public let values: [Double]
  /// What the chart is called.
  public let title: String

  private static let mostBars = 60
  /// Whole sentences are names of bars, so they have more room here than beside other pictures.
  private static let longestName = 48

  /// Makes a chart of named bars.
  public init(_ bars: KeyValuePairs<String, Double>, title: String = "") {
    self.init(bars.map(\.value), labels: bars.map(\.key), title: title)
  }

  /// Makes a chart of bars. Stops with a message if there are not as many labels as values.
  ///
  ///     BarChart([313, 95], labels: ["Tang", "Song"])
  public init(_ values: [Double], labels: [String], title: String = "") {
    checkCounts("BarChart", "labels", labels.count, "values", values.count)
    (self.values, self.labels, self.title) = (values, labels, title)
  }

  private func shown(_ columns: Int = BarChart.longestName) -> [(label: String, value: Double)] {
    zip(labels, values).prefix(BarChart.mostBars).map { (Lettering.name($0, columns: columns), $1) }
  }

  private var hiddenNote: String? {
    values.count > BarChart.mostBars ? "… \(values.count - BarChart.mostBars) more bars" : nil
  }

  /// The largest bar to the left and to the right of zero.
  private var reach: (left: Double, right: Double) {
    let finite = values.prefix(BarChart.mostBars).filter(\.isFinite)
    return (max(-(finite.min() ?? 0), 0), max(finite.max() ?? 0, 0))
  }

  public var svg: String {
    let shown = shown()
    let (rowHeight, margin) = (24.0, 16.0)
    let names = shown.map { Lettering.width($0.label) }.max() ?? 0
    let left = margin + names + 10
    // Long names take their room from the bars, so that the drawing still fits beside a cell.
    let room = min(330, 500 - names)
    let numbers = shown.map { Lettering.width($0.value.brief) }.max() ?? 0
    let top = margin + (title.isEmpty ? 0 : 24)
    let total = max(reach.left / 2 + reach.right / 2, .leastNonzeroMagnitude)
    // What goes to the left has its number on its left.
    let zero = left + (reach.left > 0 ? numbers + 8 : 0) + room * (reach.left / 2 / total)
    var (bars, words) = ("", "")
    for (row, bar) in shown.enumerated() {
      let y = top + Double(row) * rowHeight
      let length = bar.value.isFinite ? room * (abs(bar.value) / 2 / total) : 0
      let start = bar.value < 0 ? zero - length : zero
      bars += "M\(start.short) \((y + 3).short)h\(length.short)v18h\((-length).short)Z"
      words += Lettering.text(bar.label, x: left - 10, y: y + 16, "text-anchor=\"end\"")
      let isLeft = bar.value < 0 && bar.value.isFinite
      words += Lettering.text(
        bar.value.brief, x: isLeft ? start - 6 : start + length + 6, y: y + 16, isLeft ? "text-anchor=\"end\"" : "")
    }
    let bottom = top + Double(shown.count) * rowHeight
    if let hiddenNote { words += Lettering.text(hiddenNote, x: margin, y: bottom + 16) }
    let width = max(zero + room * (reach.right / 2 / total) + numbers + 8 + margin, 240)
    let name =
      title.isEmpty
      ? ""
      : Lettering.text(
        Lettering.name(title, columns: 64), x: margin, y: margin + 10, "font-size=\"14\" font-weight=\"600\"")
    let drawing = Drawing(
      title: title.isEmpty ? "Bar chart" : title, words: self.words, width: width,
      height: bottom + margin + (hiddenNote == nil ? 0 : 16))
    return drawing.svg(
      """
      <path d="\(bars)" fill="\(SeriesStyle.colors[0])"/>\
      <path d="M\(zero.short) \(top.short)V\(bottom.short)" \(Paint.line.stroke)/>\
      <g \(Paint.text.fill) font-size="12">\(name)\(words)</g>
      """)
  }

  public func text(width: Int) -> String {
    let shown = shown(min(BarChart.longestName, max(width - 26, width / 2)))
    let names = shown.map(\.label.columns).max() ?? 0
    let numbers = shown.map(\.value.brief.columns).max() ?? 0
    let room = max(min(width - names - numbers - 4, 50), 4)
    let total = max(reach.left / 2 + reach.right / 2, .leastNonzeroMagnitude)
    let before = Int((Double(room) * (reach.left / 2 / total)).rounded())
    let lines = shown.map { label, value in
      let name = String(repeating: " ", count: names - label.columns) + label
      let share = value.isFinite ? abs(value) / 2 / total : 0
      let bar: String
      if value < 0 {
        let length = min(Int((share * Double(room)).rounded()), before)
        bar = String(repeating: " ", count: before - length) + String(repeating: "█", count: length)
      } else {
        bar = String(repeating: " ", count: before) + String.bar(share, width: room)
      }
      let number = value.brief
      return "\(name)  \(bar.padded(toColumns: room))  "
        + String(repeating: " ", count: numbers - number.columns) + number
    }
    let heading = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    return (heading + lines + (hiddenNote.map { [$0] } ?? [])).joined(separator: "\n")
  }

  public var words: String {
    let name = title.isEmpty ? "Bar chart." : "Bar chart: \(Lettering.name(title, columns: 64))."
    let shown = shown()
    guard !shown.isEmpty else { return "\(name) There is nothing to show." }
    let most = 20
    let bars = shown.prefix(most).map { "\($0.label) \($0.value.brief)" }.joined(separator: ", ")
    let more = values.count > most ? ", and \(values.count - most) more" : ""
    return "\(name) \(bars)\(more)."
  }
}
