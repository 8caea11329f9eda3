import Tensors

extension Tensor {
  /// Reads a tensor from a file, `.npy` or `.safetensors`.
  ///
  ///     try Tensor.load("\(folder)/scores.npy")
  ///
  /// - Parameter name: Which of the tensors in a file of safetensors; not needed if there is only one.
  /// - Throws: `TensorFileError` if the file cannot be read, is of another kind, or has no such tensor.
  public static func load(_ path: String, named name: String? = nil) throws -> Tensor {
    switch try TensorFileKind(path) {
    case .numPy: return try Tensor(NumPyFile(path: path).array)
    case .safetensors:
      let file = try SafetensorsFile(path: path)
      if let name { return try Tensor(file[name]) }
      guard file.names.count == 1 else { throw TensorFileError(file: path, .notOneTensor(names: file.names)) }
      return try Tensor(file[file.names[0]])
    }
  }

  /// Reads all tensors of a file of safetensors, whatever its name, or of a folder with one or several such files.
  ///
  ///     let weights = try Tensor.loadAll("\(folder)/weights.safetensors")
  ///     weights["bias"]                   // 0  0  1
  ///
  /// - Throws: `TensorFileError` as `SafetensorsFile` and `SafetensorsFolder` do.
  public static func loadAll(_ path: String) throws -> [String: Tensor] {
    guard OpenFile.isFolder(path) else {
      let file = try SafetensorsFile(path: path)
      return try tensors(file.names) { try file[$0] }
    }
    let folder = try SafetensorsFolder(path: path)
    return try tensors(folder.names) { try folder[$0] }
  }

  private static func tensors(
    _ names: [String], _ array: (String) throws -> StoredArray
  ) throws -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for name in names { tensors[name] = try Tensor(array(name)) }
    return tensors
  }

  /// Writes this tensor to a file, `.npy` or `.safetensors`, or in the place of one.
  ///
  ///     try Tensor([[1, 2], [3, 4]]).save(to: "\(folder)/scores.npy")
  ///
  /// - Parameters:
  ///   - name: How the tensor is called in a file of safetensors.
  ///   - format: How the numbers are stored, if not as they are; see `StoredArray`.
  /// - Throws: `TensorFileError` if the file cannot be written, or the format cannot hold the numbers.
  public func save(to path: String, named name: String = "tensor", format: StoredFormat? = nil) throws {
    let array = try StoredArray(self, format: format)
    switch try TensorFileKind(path) {
    case .numPy: try NumPyFile.write(array, to: path)
    case .safetensors: try SafetensorsFile.write([name: array], to: path)
    }
  }

  /// Writes several tensors with their names to a file of safetensors, or in the place of one.
  ///
  ///     let tensors = ["weight": Tensor([[1, 2], [3, 4]]), "bias": Tensor([0, 0, 1])]
  ///     try Tensor.save(tensors, to: "\(folder)/weights.safetensors")
  ///
  /// - Parameters:
  ///   - metadata: What the file says of itself. Programs in Python look for the format `pt`, for PyTorch.
  ///   - format: How floating point is stored, if not as it is; other types stay as they are.
  /// - Throws: `TensorFileError` if the file cannot be written.
  public static func save(
    _ tensors: [String: Tensor], to path: String, metadata: [String: String] = ["format": "pt"],
    format: StoredFormat? = nil
  ) throws {
    let arrays = try tensors.mapValues { try StoredArray($0, format: $0.dtype.isFloatingPoint ? format : nil) }
    try SafetensorsFile.write(arrays, metadata: metadata, to: path)
  }
}

/// The kinds of files, told by the ends of their names.
private enum TensorFileKind {
  case numPy
  case safetensors

  init(_ path: String) throws {
    if path.hasSuffix(".npy") {
      self = .numPy
    } else if path.hasSuffix(".safetensors") {
      self = .safetensors
    } else {
      throw TensorFileError(file: path, .unknownKind)
    }
  }
}
