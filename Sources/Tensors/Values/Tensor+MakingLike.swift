/// Tensors with the shape and the type of another one.
///
///     let x = Tensor([[1, 2, 3], [4, 5, 6]])
///     Tensor.zeros(like: x)          // shape [2, 3]
///     Tensor.ones(like: x)           // shape [2, 3]
///     Tensor.full(like: x, 7.5)      // shape [2, 3]
extension Tensor {
  /// Zeros, as many and of the same type as another tensor's numbers.
  ///
  /// - Parameter dtype: Another type, if wanted.
  public static func zeros(like other: Tensor, dtype: DType? = nil) -> Tensor { full(like: other, 0, dtype: dtype) }

  /// Ones, as many and of the same type as another tensor's numbers.
  ///
  /// - Parameter dtype: Another type, if wanted.
  public static func ones(like other: Tensor, dtype: DType? = nil) -> Tensor { full(like: other, 1, dtype: dtype) }

  /// One number, as often and in the same type as another tensor's numbers. In a tensor of integers its fraction is cut off.
  ///
  /// - Parameter dtype: Another type, if wanted.
  public static func full(like other: Tensor, _ value: Double, dtype: DType? = nil) -> Tensor {
    full(other.shape, value, dtype: dtype ?? other.dtype)
  }

  /// One whole number, as often and in the same type as another tensor's numbers.
  ///
  /// - Parameter dtype: Another type, if wanted.
  public static func full(like other: Tensor, _ value: Int, dtype: DType? = nil) -> Tensor {
    full(other.shape, value, dtype: dtype ?? other.dtype)
  }
}
