import Tensors

/// A table of numbers whose sizes are part of its type: a mistake in the sizes is found before the program runs.
///
///     let a = Matrix<2, 3>([[1, 2, 3], [4, 5, 6]])
///     a.matmul(a.transposed())         // a Matrix<2, 2>: [[14, 32], [32, 77]]
///     // a.matmul(a) is not compiled: 'Matrix<2, 3>' is no 'Matrix<3, …>'
///
/// It is a thin face of a ``Tensor``; gradients go through it.
public struct Matrix<let rows: Int, let columns: Int>: Sendable, Equatable {
  /// The numbers, of shape `[rows, columns]`.
  public let tensor: Tensor

  /// Takes a tensor of this shape. Any other stops the program: what a tensor's sizes are is known only then.
  public init(_ tensor: Tensor) {
    guard tensor.shape == [rows, columns] else {
      stop(.shape(tensor.shape, expected: [rows, columns], type: "Matrix<\(rows), \(columns)>"))
    }
    self.tensor = tensor
  }

  /// Makes a matrix of its rows.
  public init(_ numbers: [[Double]]) { self.init(Tensor(numbers)) }

  /// A matrix full of zeros.
  public static var zeros: Matrix { Matrix(Tensor.zeros([rows, columns])) }

  /// A matrix full of ones.
  public static var ones: Matrix { Matrix(Tensor.ones([rows, columns])) }

  /// Ones on the diagonal, zeros beside it.
  public static var identity: Matrix { Matrix(Tensor.eye(rows, columns)) }

  /// One number.
  public subscript(row: Int, column: Int) -> Float { tensor[row, column] }
}

extension Matrix: CustomStringConvertible {
  public var description: String { tensor.description }
}
