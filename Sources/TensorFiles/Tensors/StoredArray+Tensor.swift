import Tensors

extension StoredArray {
  /// Describes the numbers of a tensor as they will be written, without copying them if they lie one after the other.
  ///
  ///     let half = try StoredArray(Tensor([[1, 2], [3, 4]]), format: .float16)
  ///     half.byteCount                    // 8
  ///
  /// - Parameter format: For floating point one of its formats; unless told otherwise what the tensor has: `float32`,
  ///   `float64`, `int64` or `bool`. See ``init(shape:floats:format:)`` for how numbers are rounded.
  /// - Throws: `TensorFileError` if the format cannot hold the tensor's type of numbers.
  public init(_ tensor: Tensor, format: StoredFormat? = nil) throws {
    let own = StoredFormat(tensor.dtype)
    guard let format, format != own else {
      self.init(shape: tensor.shape, format: own, source: TensorBytes(tensor))
      return
    }
    guard tensor.dtype.isFloatingPoint else { throw ArrayOrigin().error(.wrongFormat(format, numbers: own)) }
    try self.init(shape: tensor.shape, floats: tensor.floats, format: format)
  }
}

extension StoredFormat {
  /// The format that holds a tensor's numbers as they are.
  fileprivate init(_ dtype: DType) {
    switch dtype {
    case .float: self = .float32
    case .double: self = .float64
    case .int: self = .int64
    case .bool: self = .bool
    }
  }

  /// The type of tensor that holds such numbers.
  var dtype: DType {
    switch self {
    case .float64: .double
    case .float32, .float16, .bfloat16: .float
    case .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8: .int
    case .bool: .bool
    }
  }
}
