/// A file of named tensors in the format safetensors, open for reading.
///
///     let file = try SafetensorsFile(path: "\(folder)/model.safetensors")
///     file.names                        // ["weight", "bias"]
///     try file["weight"].shape          // [2, 3]
///     try file["weight"].floats()       // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
///     file.metadata["format"]           // "pt"
///
/// Opening reads the header only and checks it whole; the numbers of a tensor are read when they are asked for. Files of
/// the format cannot run code, unlike Python's pickles.
public struct SafetensorsFile: Sendable {
  /// The path that the file was opened with.
  public var path: String { file.path }
  /// The names of the tensors, in the order in which they lie in the file.
  public let names: [String]
  /// What the file says of itself, as pairs of texts.
  public let metadata: [String: String]
  private let arrays: [String: StoredArray]
  private let file: OpenFile

  /// Opens a file and reads its header.
  /// - Throws: `TensorFileError` if the file cannot be read or is not, to the last byte, what the format asks for.
  public init(path: String) throws {
    file = try OpenFile(path: path)
    let (header, dataStart) = try SafetensorsHeader.read(from: file)
    names = header.entries.map(\.name)
    metadata = header.metadata
    var arrays: [String: StoredArray] = [:]
    for entry in header.entries {
      let range = dataStart + entry.range.lowerBound..<dataStart + entry.range.upperBound
      arrays[entry.name] = StoredArray(
        shape: entry.shape, format: entry.format, source: FileRegion(file: file, range: range),
        origin: ArrayOrigin(file: path, tensor: entry.name))
    }
    self.arrays = arrays
  }

  /// Whether there is a tensor of that name.
  public func contains(_ name: String) -> Bool { arrays[name] != nil }

  /// The tensor of that name; its numbers are not read yet.
  /// - Throws: `TensorFileError` if there is none.
  public subscript(name: String) -> StoredArray {
    get throws {
      guard let array = arrays[name] else {
        throw TensorFileError(file: path, .noSuchTensor(name: name, known: names))
      }
      return array
    }
  }
}
