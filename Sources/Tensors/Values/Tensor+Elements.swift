/// The numbers as Swift arrays, in row-major order: the last index runs fastest. Each converts from any type of tensor.
extension Tensor {
  /// The numbers in single precision.
  ///
  ///     Tensor([[1, 2], [3, 4]]).floats     // [1.0, 2.0, 3.0, 4.0]
  public var floats: [Float] { elements() }

  /// The numbers in double precision.
  public var doubles: [Double] { elements() }

  /// The numbers as integers; a fraction is cut off.
  public var ints: [Int] { elements() }

  /// The numbers as truth values: everything but 0 is true.
  public var bools: [Bool] { elements() }

  /// The number of a tensor that holds exactly one.
  ///
  ///     Tensor([[7]]).item     // 7.0
  public var item: Float { singleElement() }

  /// The integer of a tensor that holds exactly one number.
  public var intItem: Int { singleElement() }

  /// The number of a tensor that holds exactly one, in double precision.
  public var doubleItem: Double { singleElement() }

  private func singleElement<Scalar: TensorScalar>() -> Scalar {
    guard count == 1 else { stop(.notOneNumber(shape: shape)) }
    return elements()[0]
  }

  package func elements<Scalar: TensorScalar>(_ type: Scalar.Type = Scalar.self) -> [Scalar] {
    converted(to: Scalar.dtype).reading(Scalar.self) { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }
}
