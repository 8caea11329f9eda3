import LinearAlgebra

/// The X with A X = B: the solution of as many equations as there are unknowns.
///
///     solve(Tensor([[2, 0], [0, 4]]), Tensor([6, 8]))     // 3  2
///
/// Shapes: A is `[…, n, n]`; B is `[…, n, k]`, k right sides in its columns, or `[n]`, one right side. X has the shape of B;
/// the axes in front are broadcast. Cost: ⅔ n³ operations for each A and 2 n² for each right side, done by LAPACK's `gesv`:
/// elimination with exchange of rows.
///
/// A matrix without exactly one solution (a singular one) stops the program, as do numbers that are not finite.
///
/// Of a gradient dX the gradients are dB = A⁻ᵀ dX, which is another system to solve, and dA = -dB Xᵀ.
public func solve(_ matrix: Tensor, _ right: Tensor) -> Tensor {
  if right.rank == 1 { return solve(matrix, right.unsqueezed(1)).squeezed(-1) }
  let result = LinearSystem(matrix, right).solution
  return result.recorded("solve", [matrix, right]) { upstream in
    let rightGradient = solve(matrix.transposed(), upstream)
    let solution = Tape.isRecording ? solve(matrix, right) : result
    return [
      matrix.isOnTape ? -rightGradient.matmul(solution.transposed()).summed(to: matrix.shape) : nil,
      right.isOnTape ? rightGradient.summed(to: right.shape) : nil,
    ]
  }
}

/// Both sides of some equations, broadcast, in a type and order that LAPACK can work with.
private struct LinearSystem {
  private let matrix: Tensor
  private let right: Tensor

  init(_ matrix: Tensor, _ right: Tensor) {
    for side in [matrix, right] where side.rank < 2 {
      stop(.tooFewAxes(operation: "solve", needed: 2, shape: side.shape))
    }
    let size = matrix.shape[matrix.rank - 1]
    guard matrix.shape[matrix.rank - 2] == size else { stop(.notSquare(operation: "solve", shape: matrix.shape)) }
    guard right.shape[right.rank - 2] == size else { stop(.rightSide(right.shape, matrix: matrix.shape)) }
    guard let leading = Shape.broadcast(Array(matrix.shape.dropLast(2)), Array(right.shape.dropLast(2))) else {
      stop(.broadcast(operation: "solve", left: matrix.shape, right: right.shape))
    }
    matrix.refuseForLAPACK("solve")
    right.refuseForLAPACK("solve")
    let dtype = Swift.max(matrix.dtype, right.dtype, .float)
    let columns = right.shape[right.rank - 1]
    // LAPACK wants columns, which are the rows of the transpose; and it writes over what it gets.
    self.matrix = matrix.withoutTape.converted(to: dtype).broadcast(to: leading + [size, size]).transposed().copied()
    self.right = right.withoutTape.converted(to: dtype).broadcast(to: leading + [size, columns]).transposed().copied()
  }

  var solution: Tensor {
    matrix.dtype == .double
      ? solution { (a: UnsafeMutablePointer<Double>, size, b, columns) in
        LinearAlgebra.solve(a, size: size, b, columns: columns)
      }
      : solution { (a: UnsafeMutablePointer<Float>, size, b, columns) in
        LinearAlgebra.solve(a, size: size, b, columns: columns)
      }
  }

  private func solution<Scalar: TensorScalar>(
    _ solve: (UnsafeMutablePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Int) -> Bool
  ) -> Tensor {
    var (matrix, right) = (matrix, right)
    let (columns, size) = (right.shape[right.rank - 2], right.shape[right.rank - 1])
    let systems = right.shape.dropLast(2).reduce(1, *)
    matrix.writing(Scalar.self) { matrices in
      right.writing(Scalar.self) { rights in
        for system in 0..<systems
        where !solve(matrices + system * size * size, size, rights + system * size * columns, columns) {
          stop(.singular(number: system, of: systems, size: size))
        }
      }
    }
    return right.transposed()
  }
}

extension Tensor {
  /// Stops the program if LAPACK could not cope: it may run for ever on what is no number.
  func refuseForLAPACK(_ operation: String) {
    guard shape.suffix(2).allSatisfy({ $0 <= Int(Int32.max) }) else {
      stop(.tooLongForBLAS(operation: operation, [shape]))
    }
    if let place = doubles.firstIndex(where: { !$0.isFinite }) {
      stop(.notFinite(operation: operation, doubles[place], place: place, shape: shape))
    }
  }
}
