import Tensors

/// The numbers of a tensor as the bytes of an array: shared with the tensor, not copied.
struct TensorBytes: ByteSource {
  /// One whose numbers lie one after the other.
  let tensor: Tensor

  init(_ tensor: Tensor) { self.tensor = stopGradient(tensor).contiguous() }

  var byteCount: Int { tensor.count * tensor.dtype.byteCount }

  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if byteCount > 0 { try withUnsafeBytes(body) }
  }

  func copy(to destination: UnsafeMutableRawBufferPointer) throws {
    try withUnsafeBytes { destination.copyMemory(from: $0) }
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    try withExtendedLifetime(tensor) {
      let start =
        switch tensor.dtype {
        case .float: UnsafeRawPointer(tensor.start(Float.self))
        case .double: UnsafeRawPointer(tensor.start(Double.self))
        case .int: UnsafeRawPointer(tensor.start(Int.self))
        case .bool: UnsafeRawPointer(tensor.start(Bool.self))
        }
      return try body(UnsafeRawBufferPointer(start: start, count: byteCount))
    }
  }
}
