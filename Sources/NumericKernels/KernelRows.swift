/// The rows of a matrix in memory: each in one piece, and all at the same distance.
@frozen public struct KernelRows {
  /// The first number.
  public let start: UnsafePointer<Float>
  /// The distance between the beginnings of two rows, in numbers.
  public let stride: Int

  @inlinable public init(start: UnsafePointer<Float>, stride: Int) {
    self.start = start
    self.stride = stride
  }
}
