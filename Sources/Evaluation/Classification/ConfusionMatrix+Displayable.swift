import Displays

extension ConfusionMatrix: CustomStringConvertible, Displayable {
  /// What was taken for what.
  private var taken: ValueTable {
    ValueTable(
      columns: ["actual ↓ predicted →"] + labels,
      rows: labels.indices.map { [labels[$0]] + counts[$0].map { "\($0)" } },
      isNumeric: [false] + labels.map { _ in true })
  }

  /// How well each class is found, and all together.
  private var report: ValueTable {
    let classes = labels.indices.map { place in
      let score = score(place)
      return Self.row(labels[place], (score.precision, score.recall, score.f1), support(place))
    }
    let averages = ClassAverage.allCases.map { Self.row("\($0.rawValue) average", average($0), total) }
    return ValueTable(
      columns: ["class", "precision", "recall", "F1", "examples"], rows: classes + averages,
      isNumeric: [false, true, true, true, true])
  }

  private static func row(_ name: String, _ score: (Double, Double, Double), _ count: Int) -> [String] {
    [name, score.0.fixed(4), score.1.fixed(4), score.2.fixed(4), "\(count)"]
  }

  private var heading: String { "accuracy \(accuracy.fixed(4)), \(total) examples" }

  public var description: String { "\(heading)\n\(taken.text)\n\n\(report.text)" }

  public var display: Display {
    .html("<div>\(HTML.escaped(heading))</div>\(taken.html)\(report.html)", text: description)
  }
}
