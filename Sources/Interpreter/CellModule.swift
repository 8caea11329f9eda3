import CellSyntax
import WorkerProtocol

/// A cell that has been compiled and loaded.
struct CellModule: Sendable {
  /// The module's name, for instance `Cell7`.
  let name: String
  /// The number that the learner sees beside the cell.
  let number: Int
  let plan: CellPlan
  let artifacts: CellArtifacts
  /// The cell's variables that have a value.
  var initialized: Set<Int> = []
  /// The type of each variable that has a value, fully qualified.
  var types: [Int: String] = [:]
  /// Why later cells cannot use a name of this cell.
  var withdrawn: [String: String] = [:]

  /// The index of a variable: the one that has a value if the branches of an `#if` declare it several times.
  func index(of variable: String) -> Int? {
    let names = plan.rewritten.variables
    return initialized.first { names[$0] == variable } ?? names.lastIndex(of: variable)
  }
}
