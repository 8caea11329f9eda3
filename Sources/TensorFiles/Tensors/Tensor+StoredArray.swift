import Tensors

extension Tensor {
  /// Reads the numbers of a stored array, straight to the tensor's memory.
  ///
  ///     let words = try StoredArray(shape: [2, 3], floats: [1, 2, 3, 4, 5, 6], format: .bfloat16)
  ///     try Tensor(words)                 // [[1, 2, 3], [4, 5, 6]]
  ///
  /// - Parameter dtype: The type of the tensor's numbers. Unless told otherwise it is `Float` for 16 and 32 bits of
  ///   floating point, `Double` for 64, `Int` for integers and `Bool` for truth values.
  /// - Throws: `TensorFileError` if the stored numbers are not of that kind, do not fit into memory, or cannot be read.
  public init(_ array: StoredArray, dtype: DType? = nil) throws {
    let dtype = dtype ?? array.format.dtype
    let (byteCount, overflows) = array.count.multipliedReportingOverflow(by: dtype.byteCount)
    guard !overflows, byteCount <= Memory.byteCount else {
      throw array.origin.error(.doesNotFitIntoMemory(shape: array.shape, memory: Memory.byteCount))
    }
    let tensor = Tensor.unwritten(array.shape, dtype)
    func room<Scalar: TensorScalar>(_ type: Scalar.Type) -> UnsafeMutableBufferPointer<Scalar> {
      UnsafeMutableBufferPointer(start: tensor.freshStart(Scalar.self), count: tensor.count)
    }
    try withExtendedLifetime(tensor) {
      switch dtype {
      case .float: try array.copyFloats(into: room(Float.self))
      case .double: try array.copyDoubles(into: room(Double.self))
      case .int: try array.copyInts(into: room(Int.self))
      case .bool: try array.copyBools(into: room(Bool.self))
      }
    }
    self = tensor
  }
}
