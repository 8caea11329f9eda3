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
