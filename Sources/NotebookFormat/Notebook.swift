/// A Jupyter notebook, as far as a course needs it: its cells, without outputs.
public struct Notebook: Sendable, Equatable {
  public var cells: [NotebookCell]

  public init(cells: [NotebookCell]) { self.cells = cells }

  /// The cell with an id.
  public func cell(_ id: String) -> NotebookCell? { cells.first { $0.id == id } }
}

/// One cell of a notebook.
public struct NotebookCell: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable {
    case code, markdown, raw
  }

  public var kind: Kind
  public var id: String
  public var source: String
  public var tags: [String]

  public init(_ kind: Kind, id: String, source: String, tags: [String] = []) {
    self.kind = kind
    self.id = id
    self.source = source
    self.tags = tags
  }
}
