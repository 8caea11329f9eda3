/// Numbers put where indices say.
extension Tensor {
  /// This tensor with each number of another one at the place that its index names.
  ///
  ///     Tensor.zeros([3]).scattering(Tensor([5, 7, 1]), at: Tensor(indices: [2, 2, 0]), axis: 0)     // 1  0  7
  ///
  /// Of several numbers for one place the last in row-major order stays, and it alone gets the gradient.
  /// ``scatterAdding(_:at:axis:)`` adds them up.
  /// Shapes: as in ``gather(_:axis:)``; numbers and indices have the same one.
  public func scattering(_ numbers: Tensor, at indices: Tensor, axis: Int) -> Tensor {
    let axis = resolvedAxis(axis)
    guard numbers.shape == indices.shape else {
      stop(.sameShape(operation: "scattering", numbers.shape, indices.shape))
    }
    let places = IndexedPlaces(indices, in: shape, axis, "scattering")
    let dtype = Swift.max(dtype, numbers.dtype)
    let start = withoutTape.converted(to: dtype)
    let new = numbers.withoutTape.converted(to: dtype)
    func scattered<Scalar: TensorScalar>(_ type: Scalar.Type) -> Tensor {
      var result = start.copied()
      new.reading(Scalar.self) { new in
        result.writing(Scalar.self) { target in places.visit { place, position in target[position] = new[place] } }
      }
      return result
    }
    let result =
      switch dtype {
      case .float: scattered(Float.self)
      case .double: scattered(Double.self)
      case .int: scattered(Int.self)
      case .bool: scattered(Bool.self)
      }
    // For each place of the result the number of the index that was the last to name it; -1 if none has.
    let (shape, order) = (shape, Tensor.arange(indices.count, dtype: .int).reshaped(to: indices.shape))
    @Sendable func winners() -> Tensor {
      Tensor.full(shape, -1, dtype: .int).scattering(order, at: indices, axis: axis)
    }
    return result.recorded(
      "scattering", self, numbers,
      left: { $0.filled(with: 0, where: winners() .>= 0) },
      right: { $0.gather(indices, axis: axis).filled(with: 0, where: winners().gather(indices, axis: axis) .!= order) })
  }
}
