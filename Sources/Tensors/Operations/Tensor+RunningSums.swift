extension Tensor {
  /// The running sums along an axis: the first number, the first two, the first three, …
  ///
  ///     Tensor([1, 2, 3]).cumulativeSum()                      // 1  3  6
  ///     Tensor([[1, 2], [3, 4]]).cumulativeSum(axis: 0)        // [[1, 2], [4, 6]]
  ///
  /// Without an axis they go along the last one, as in ``softmax(_:axis:)`` and ``sorted(axis:descending:)``.
  /// `Float` is added up in `Double`: a long sum would lose the small numbers that are added to it.
  public func cumulativeSum(axis: Int = -1) -> Tensor {
    if rank == 0 { return unsqueezed(0).cumulativeSum(axis: axis).squeezed(0) }
    let axis = resolvedAxis(axis)
    let numbers = dtype == .bool ? converted(to: .int) : self
    let result =
      switch numbers.dtype {
      case .double: numbers.runningSums(axis, from: 0.0, +) { $0 }
      case .float:
        numbers.runningSums(axis, from: 0.0) { (sum, number: Float) in
          sum + Double(number)
        } number: {
          Float($0)
        }
      case .int, .bool: numbers.runningSums(axis, from: 0, &+) { $0 }
      }
    // A number is part of its own sum and of all later ones.
    return result.recorded("cumulativeSum", self) { $0.flipped([axis]).cumulativeSum(axis: axis).flipped([axis]) }
  }

  private func runningSums<Scalar: TensorScalar, Sum>(
    _ axis: Int, from zero: Sum, _ add: (Sum, Scalar) -> Sum, number: (Sum) -> Scalar
  ) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: true)
    return reading(Scalar.self) { source in
      Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
        lines.visit { _, start in
          var sum = zero
          for place in 0..<lines.length {
            let index = start + place * lines.inner
            sum = add(sum, source[index])
            (target + index).initialize(to: number(sum))
          }
        }
      }
    }
  }
}
