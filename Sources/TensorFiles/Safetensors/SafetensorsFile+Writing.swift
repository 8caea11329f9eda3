internal import Files

extension SafetensorsFile {
  /// Writes tensors to a file, or in the place of one.
  ///
  ///     let weight = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
  ///     let bias = try StoredArray(shape: [3], floats: [0, 0, 1], format: .bfloat16)
  ///     let tensors = ["weight": weight, "bias": bias]
  ///     try SafetensorsFile.write(tensors, metadata: ["format": "pt"], to: "\(folder)/model.safetensors")
  ///
  /// The same tensors give the same bytes, which are those that Python's `safetensors` writes: wide formats first, then by
  /// name. Texts go by their keys; Python leaves their order to chance. Numbers go to the file piece by piece, without a
  /// second copy in memory. Until everything is on the disk the old file stays as it was, also if writing fails.
  /// - Throws: `TensorFileError` if the file cannot be written, a tensor has the name `__metadata__`, or the header would
  ///   be longer than 100 MB; and if a tensor that comes from another file cannot be read.
  public static func write(
    _ tensors: [String: StoredArray], metadata: [String: String] = [:], to path: String
  ) throws {
    let tensors = tensors.map { (name: $0.key, array: $0.value) }.sorted { left, right in
      let (leftRank, rightRank) = (left.array.format.safetensorsRank, right.array.format.safetensorsRank)
      return leftRank == rightRank ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : leftRank < rightRank
    }
    let header = try SafetensorsHeader.bytes(for: tensors, metadata: metadata, path: path)
    do {
      let file = try ReplacementFile(path: path)
      try header.withUnsafeBytes { try file.write($0) }
      for tensor in tensors { try tensor.array.source.forEachPiece { try file.write($0) } }
      try file.finish()
    } catch let error as FileError {
      throw TensorFileError(error)
    }
  }
}
