import CellSyntax

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
