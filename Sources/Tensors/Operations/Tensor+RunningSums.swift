extension Tensor {
  /// The running sums along an axis: the first number, the first two, the first three, …
  ///
  ///     Tensor([1, 2, 3]).cumulativeSum(axis: 0)     // 1  3  6
  public func cumulativeSum(axis: Int) -> Tensor {
    if rank == 0 { return unsqueezed(0).cumulativeSum(axis: axis).squeezed(0) }
    let axis = resolvedAxis(axis)
    let numbers = dtype == .bool ? converted(to: .int) : self
    let result =
      switch numbers.dtype {
      case .double: numbers.runningSums(axis) { (a: Double, b: Double) in a + b }
      case .float: numbers.runningSums(axis) { (a: Float, b: Float) in a + b }
      case .int, .bool: numbers.runningSums(axis) { (a: Int, b: Int) in a &+ b }
      }
    // A number is part of its own sum and of all later ones.
    return result.recorded("cumulativeSum", self) { $0.flipped([axis]).cumulativeSum(axis: axis).flipped([axis]) }
  }

  private func runningSums<Scalar: TensorScalar>(_ axis: Int, _ add: (Scalar, Scalar) -> Scalar) -> Tensor {
    let lines = Lines(shape, axis: axis, keepDims: true)
    return reading(Scalar.self) { source in
      Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
        lines.visit { _, start in
          for place in 0..<lines.length {
            let index = start + place * lines.inner
            (target + index).initialize(
              to: place == 0 ? source[index] : add(target[index - lines.inner], source[index]))
          }
        }
      }
    }
  }
}
