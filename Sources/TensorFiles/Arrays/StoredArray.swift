/// An array of numbers as a file stores it: a shape, the format of each number, and the bytes.
///
///     let words = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
///     words.shape                       // [2, 3]
///     try words.floats()                // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
///
/// One that comes from a file is only a description at first. Its numbers are read when they are asked for, each time
/// anew, and the file stays open for as long as the array is there. Numbers are in row-major order: the last index runs
/// fastest.
public struct StoredArray: Sendable {
  /// The size of each axis, outermost first. A single number has no axis: `[]`.
  public let shape: [Int]
  /// How each number is stored.
  public let format: StoredFormat
  /// The bytes, little-endian.
  let source: any ByteSource
  /// The file and the name, for the words of errors.
  let origin: ArrayOrigin

  /// Joins a shape with bytes that are known to fit it.
  init(shape: [Int], format: StoredFormat, source: any ByteSource, origin: ArrayOrigin = ArrayOrigin()) {
    self.shape = shape
    self.format = format
    self.source = source
    self.origin = origin
  }

  /// How many numbers there are.
  public var count: Int { byteCount / format.byteCount }

  /// How many bytes the numbers take.
  public var byteCount: Int { source.byteCount }

  /// Lends the bytes as they are stored: little-endian, in row-major order, and not always at an address that is a
  /// multiple of the number's size.
  ///
  /// Those of a file are lent as the file's own pages, mapped into memory for as long as `body` runs: nothing is copied,
  /// and only what is touched is read. For that time nobody may shorten the file, since to touch a page that is gone ends
  /// the process. Everything else here reads without a map and throws in that case.
  /// - Throws: `TensorFileError` if the file has become shorter; what `body` throws.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    try source.withUnsafeBytes(body)
  }
}
