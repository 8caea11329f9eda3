import CellSyntax

extension CellPlan {
  func isOwn(_ file: String) -> Bool { file == fileName || file.hasSuffix("/" + fileName) }
}

/// Finds places of the text for the compiler in the cell's text.
struct CellPlaces {
  private let plan: CellPlan
  private let edited: LineTable
  private let original: LineTable

  init(_ plan: CellPlan) {
    self.plan = plan
    edited = LineTable(plan.rewritten.body.text)
    original = LineTable(plan.parsed.text)
  }

  /// The line and column in the cell's text; `nil` for code after the cell's last line.
  func original(line: Int, column: Int) -> (line: Int, column: Int)? {
    guard line >= 1, line <= edited.lineCount else { return nil }
    guard column > 0 else { return line <= original.lineCount ? (line, 0) : nil }
    return original.location(of: plan.rewritten.body.originalOffset(of: edited.offset(line: line, column: column)))
  }

  func isInserted(line: Int, column: Int) -> Bool {
    guard line >= 1, line <= edited.lineCount else { return true }
    return plan.rewritten.body.isInserted(edited.offset(line: line, column: column))
  }
}
