/// A folder with the tensors of one model in safetensors, in a single file or spread over several ("shards").
///
///     let model = try SafetensorsFolder(path: "\(folder)/gpt2")
///     model.names                       // ["weight", "bias"]
///     try model["weight"].floats()      // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
///
/// Hugging Face's folders look like that: `model.safetensors.index.json` names the file of each tensor, or there is no
/// index and one `model.safetensors`. Opening reads the headers of all files.
public struct SafetensorsFolder: Sendable {
  /// The path that the folder was opened with.
  public let path: String
  /// The names of all tensors: those of the first file in the order in which they lie there, then those of the next.
  public let names: [String]
  private let files: [String: SafetensorsFile]

  static let indexName = "model.safetensors.index.json"
  static let singleName = "model.safetensors"

  /// Opens a folder and reads the headers of its files.
  /// - Throws: `TensorFileError` if the folder has neither an index nor `model.safetensors`; if the index is no index, leads
  ///   out of the folder, or names a file or a tensor that is not there; and for each file what `SafetensorsFile` throws.
  public init(path: String) throws {
    self.path = path
    let index = "\(path)/\(Self.indexName)"
    let single = "\(path)/\(Self.singleName)"
    if OpenFile.exists(index) {
      (names, files) = try Self.open(SafetensorsIndex(path: index), in: path)
    } else if OpenFile.exists(single) {
      let file = try SafetensorsFile(path: single)
      names = file.names
      files = Dictionary(uniqueKeysWithValues: file.names.map { ($0, file) })
    } else {
      throw TensorFileError(file: path, .folder(.nothingFound(wanted: [Self.indexName, Self.singleName])))
    }
  }

  private static func open(
    _ index: SafetensorsIndex, in folder: String
  ) throws -> (names: [String], files: [String: SafetensorsFile]) {
    var names: [String] = []
    var files: [String: SafetensorsFile] = [:]
    for (shard, wanted) in index.tensors.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/\(shard)"
      guard OpenFile.exists(path) else { throw TensorFileError(file: index.path, .folder(.missingShard(shard))) }
      let file = try SafetensorsFile(path: path)
      if let missing = wanted.first(where: { !file.contains($0) }) {
        throw TensorFileError(file: index.path, tensor: missing, .folder(.notInShard(shard)))
      }
      let wanted = Set(wanted)
      for name in file.names where wanted.contains(name) {
        names.append(name)
        files[name] = file
      }
    }
    return (names, files)
  }

  /// Whether there is a tensor of that name.
  public func contains(_ name: String) -> Bool { files[name] != nil }

  /// The tensor of that name; its numbers are not read yet.
  /// - Throws: `TensorFileError` if there is none.
  public subscript(name: String) -> StoredArray {
    get throws {
      guard let file = files[name] else {
        throw TensorFileError(file: path, .noSuchTensor(name: name, known: names))
      }
      return try file[name]
    }
  }
}
