import WorkerProtocol

/// What the compiler and the linker have made of a cell.
struct CellArtifacts: Sendable {
  /// Stands for the text, the compiler and everything that the cell imports.
  let key: String
  /// The folder in the cache.
  let folder: String
  let library: String
  let variables: [VariableSlot]
}
