import Displays

extension TrainingHistory: Displayable, CustomStringConvertible {
  public var display: Display {
    guard !epochs.isEmpty else { return .text(description) }
    return .html("<div>\(LossCurve(self).svg)</div>\(table(most: .max).html)", text: description)
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
