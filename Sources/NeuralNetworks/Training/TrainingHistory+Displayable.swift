import Charts
import Displays

extension TrainingHistory: Displayable, CustomStringConvertible {
  public var display: Display {
    guard !epochs.isEmpty else { return .text(description) }
    return .html(Drawing.page(chart.svg, words: chart.words) + table(most: .max).html, text: description)
  }

  /// The losses over the epochs: a line for the training, and one for the validation if there is any.
  public var chart: LineChart {
    let numbers = epochs.indices.map { Double($0 + 1) }
    let training = Series("training", x: numbers, y: losses)
    let validated = numbers.filter { epochs[Int($0) - 1].validation != nil }
    let validation = Series("validation", x: validated, y: validationLosses)
    let series = validated.isEmpty ? [training] : [training, validation]
    return LineChart(series, title: loss, x: "epoch")
  }

  /// A table of the epochs, the first and the last ones of many.
  public var description: String {
    epochs.isEmpty ? "No epoch has been trained yet." : table(most: 12).text
  }

  private func table(most: Int) -> ValueTable {
    let names = epochs[0].training.numbers.map(\.name)
    let hasValidation = epochs.contains { $0.validation != nil }
    let columns = ["epoch"] + names + (hasValidation ? names.map { "validation \($0)" } : [])
    let rows = epochs.enumerated().map { number, epoch in
      let validation = epoch.validation.map { $0.numbers.map { rounded($0.value) } } ?? names.map { _ in "" }
      return ["\(number + 1)"] + epoch.training.numbers.map { rounded($0.value) } + (hasValidation ? validation : [])
    }
    let gap = columns.map { _ in "…" }
    let shown = rows.count <= most ? rows : rows.prefix(most / 2) + [gap] + rows.suffix(most / 2)
    return ValueTable(columns: columns, rows: shown, isNumeric: columns.map { _ in true })
  }
}
