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

/// A cell on its way to the compiler.
struct CellPlan: Sendable {
  let module: String
  let parsed: ParsedCell
  let imports: CellImports
  let rewritten: RewrittenCell
  /// For each extension the type that it extends and how it replaces an earlier one.
  let extensions: [SymbolTable.ExtensionRecord]
  /// The whole text for the compiler.
  let source: String
  /// Compiler arguments that this cell alone needs.
  let flags: [String]
  /// Things to tell the learner, known before the compiler runs.
  let notices: [String]

  var entryPoint: String { "cell_main_\(module)" }
  var fileName: String { "\(module).swift" }
}

/// What the compiler and the linker have made of a cell.
struct CellArtifacts: Sendable {
  /// Stands for the text, the compiler and everything that the cell imports.
  let key: String
  /// The folder in the cache.
  let folder: String
  let library: String
  let variables: [VariableSlot]
}
