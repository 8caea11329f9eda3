internal import Files

/// A file with one array in NumPy's format `.npy`.
///
///     let file = try NumPyFile(path: "\(folder)/weight.npy")
///     file.array.shape                  // [2, 3]
///     try file.array.floats()           // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
///
/// Versions 1.0, 2.0 and 3.0 are read, with numbers of any width and truth values, in either order of bytes and of axes.
/// Arrays of Python objects are refused, since to read one means to run what it says.
public struct NumPyFile: Sendable {
  /// The array, little-endian and in row-major order whatever the file's own order is. What the file stores that way
  /// already is read only when its numbers are asked for; other files are read, and put into order, at once.
  public let array: StoredArray

  /// Opens a file and reads its header.
  /// - Throws: `TensorFileError` if the file cannot be read, is no `.npy` file, holds something else than numbers, or has
  ///   fewer or more bytes than its shape asks for.
  public init(path: String) throws {
    let file = try OpenFile(path: path)
    let (header, dataStart) = try NumPyHeader.read(from: file)
    let format = header.description.format
    guard let byteCount = ArraySize.byteCount(header.shape, format) else {
      throw TensorFileError(file: path, .impossibleShape(header.shape, format))
    }
    guard byteCount == file.byteCount - dataStart else {
      throw TensorFileError(file: path, .numPy(.dataSize(wanted: byteCount, found: file.byteCount - dataStart)))
    }
    let stored = StoredArray(
      shape: header.shape, format: format, source: FileRegion(file: file, range: dataStart..<file.byteCount),
      origin: ArrayOrigin(file: path))
    array = try header.needsReordering ? stored.reordered(header) : stored
  }

  /// Writes an array to a file, or in the place of one, as NumPy would: version 1.0, little-endian, in row-major order.
  ///
  ///     let weight = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
  ///     try NumPyFile.write(weight, to: "\(folder)/weight.npy")
  ///
  /// Numbers go to the file piece by piece, without a second copy in memory. Until everything is on the disk the old file
  /// stays as it was, also if writing fails.
  /// - Throws: `TensorFileError` if the file cannot be written, or the array is `bfloat16`, which NumPy does not have, or
  ///   has more than 64 axes; and if an array that comes from another file cannot be read.
  public static func write(_ array: StoredArray, to path: String) throws {
    guard let name = array.format.numPyName else {
      throw TensorFileError(file: path, .numPy(.cannotStore(array.format)))
    }
    guard array.shape.count <= NumPyHeader.mostAxes else {
      throw TensorFileError(file: path, .numPy(.tooManyAxes(count: array.shape.count, limit: NumPyHeader.mostAxes)))
    }
    let order = array.format.byteCount == 1 ? "|" : "<"
    do {
      let file = try ReplacementFile(path: path)
      try NumPyHeader.bytes(shape: array.shape, descriptor: order + name).withUnsafeBytes { try file.write($0) }
      try array.source.forEachPiece { try file.write($0) }
      try file.finish()
    } catch let error as FileError {
      throw TensorFileError(error)
    }
  }
}
