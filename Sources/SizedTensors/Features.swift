import Tensors

extension Sized {
  /// Examples with a known number of features each: a tensor whose last axis has this size. How many examples there are, the
  /// type leaves open.
  ///
  ///     let x = Sized.Features<4>(Tensor.zeros([16, 4]))
  public struct Features<let count: Int>: Sendable, Equatable {
    /// The numbers, of shape `[…, count]`.
    public let tensor: Tensor

    /// Takes a tensor whose last axis has this size. Any other stops the program.
    public init(_ tensor: Tensor) {
      guard tensor.shape.last == count else {
        stop(.lastSize(tensor.shape, expected: count, type: "Sized.Features<\(count)>"))
      }
      self.tensor = tensor
    }

    /// The rows of a matrix as examples.
    public init<let rows: Int>(_ matrix: Matrix<rows, count>) { self.init(matrix.tensor) }
  }
}
