import Foundation

extension Notebook {
  /// The most bytes that a notebook may have to be read.
  public static let mostBytes = 50_000_000

  /// Reads a notebook, of which nothing is believed: what is no cell is passed over.
  public init(reading data: Data) throws(NotebookProblem) {
    guard data.count <= Self.mostBytes else { throw .tooLarge(bytes: data.count) }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else { throw .notJSON }
    if let version = object["nbformat"] as? Int, version < 4 { throw .format(version) }
    guard let list = object["cells"] as? [Any] else { throw .noCells }
    cells = list.enumerated().compactMap { index, cell in
      (cell as? [String: Any]).flatMap { NotebookCell(reading: $0, position: index) }
    }
  }
}

extension NotebookCell {
  fileprivate init?(reading object: [String: Any], position: Int) {
    guard let name = object["cell_type"] as? String, let kind = Kind(rawValue: name) else { return nil }
    self.kind = kind
    id = object["id"] as? String ?? "cell-\(position)"
    source = (object["source"] as? [String])?.joined() ?? object["source"] as? String ?? ""
    tags = (object["metadata"] as? [String: Any])?["tags"] as? [String] ?? []
  }
}
