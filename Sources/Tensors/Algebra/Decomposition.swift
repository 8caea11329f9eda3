/// The parts of a singular value decomposition, x = U · diag(S) · Vᵀ, and the gradients that come back through each.
struct Decomposition {
  let left: Tensor
  let values: Tensor
  let right: Tensor

  /// dx for dS: U diag(dS) Vᵀ.
  func gradient(values upstream: Tensor) -> Tensor { (left * upstream.unsqueezed(-2)).matmul(right) }

  /// dx for dU: U ((UᵀdU - dUᵀU) / E) S Vᵀ, and what of dU leads out of the space of U.
  func gradient(left upstream: Tensor) -> Tensor {
    let turn = left.transposed().matmul(upstream)
    let middle = (turn - turn.transposed()) * reciprocalGaps * values.unsqueezed(-2)
    var gradient = left.matmul(middle).matmul(right)
    if left.shape[left.rank - 2] > values.shape[values.rank - 1] {
      let outside = upstream - left.matmul(turn)
      gradient += (outside / values.unsqueezed(-2)).matmul(right)
    }
    return gradient
  }

  /// dx for dVᵀ: the same with both sides exchanged, since xᵀ = V · diag(S) · Uᵀ.
  func gradient(right upstream: Tensor) -> Tensor {
    Decomposition(left: right.transposed(), values: values, right: left.transposed())
      .gradient(left: upstream.transposed()).transposed()
  }

  /// 1 / E with E = sⱼ² - sᵢ² beside the diagonal, and 0 on it.
  private var reciprocalGaps: Tensor {
    refuseEqualValues()
    let squares = square(values)
    let gaps = squares.unsqueezed(-2) - squares.unsqueezed(-1)
    let diagonal = Tensor.eye(values.shape[values.rank - 1], dtype: values.dtype)
    // Ones keep the division harmless where the result is taken out again.
    return (1 - diagonal) / (gaps + diagonal)
  }

  /// Where two values are the same, their vectors can be turned freely and have no gradient; nor have vectors beside a
  /// value of 0, unless the matrix is square.
  private func refuseEqualValues() {
    let size = values.shape[values.rank - 1]
    let isSquare = left.shape[left.rank - 2] == right.shape[right.rank - 1]
    let precision = values.dtype == .double ? Double.ulpOfOne : Double(Float.ulpOfOne)
    let numbers = values.doubles
    for start in stride(from: 0, to: numbers.count, by: Swift.max(size, 1)) {
      let matrix = numbers[start..<start + size] + (isSquare ? [] : [0])
      let smallest = 8 * precision * numbers[start]
      if zip(matrix, matrix.dropFirst()).contains(where: { $0 - $1 <= smallest }) {
        stop(.equalSingularValues(Array(matrix.prefix(size))))
      }
    }
  }
}
