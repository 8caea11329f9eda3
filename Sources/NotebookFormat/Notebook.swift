/// A Jupyter notebook, as far as a course needs it: its cells, without outputs.
public struct Notebook: Sendable, Equatable {
  public var cells: [NotebookCell]

  public init(cells: [NotebookCell]) { self.cells = cells }

  /// The cell with an id.
  public func cell(_ id: String) -> NotebookCell? { cells.first { $0.id == id } }
}
