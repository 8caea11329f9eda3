/// The number of the first tensor where the mask is true, else that of the second, with broadcasting.
///
///     select(Tensor([true, false]), Tensor([1, 2]), Tensor([10, 20]))     // 1  20
public func select(_ mask: Tensor, _ first: Tensor, _ second: Tensor) -> Tensor {
  guard let both = Shape.broadcast(first.shape, second.shape), let shape = Shape.broadcast(mask.shape, both) else {
    stop(.broadcast(operation: "select", left: first.shape, right: second.shape))
  }
  let result =
    switch Swift.max(first.dtype, second.dtype) {
    case .float: chosen(Float.self, mask, first, second, shape)
    case .double: chosen(Double.self, mask, first, second, shape)
    case .int: chosen(Int.self, mask, first, second, shape)
    case .bool: chosen(Bool.self, mask, first, second, shape)
    }
  return result.recorded(
    "select", first, second,
    left: { select(mask, $0, 0).summed(to: first.shape) },
    right: { select(mask, 0, $0).summed(to: second.shape) })
}

/// The number of a tensor where the mask is true, else the given one. Beside a `Float` or `Double`, integers become `Float`.
///
///     let x = Tensor([-1, 2])
///     select(x .> 0, x, 0)     // 0  2
public func select(_ mask: Tensor, _ first: Tensor, _ second: some TensorScalar) -> Tensor {
  select(mask, first, Tensor(second, like: first))
}

/// The given number where the mask is true, else that of a tensor.
public func select(_ mask: Tensor, _ first: some TensorScalar, _ second: Tensor) -> Tensor {
  select(mask, Tensor(first, like: second), second)
}

/// The mask and both tensors are read where they lie; nothing is copied to the shape in which they meet.
private func chosen<Scalar: TensorScalar>(
  _ type: Scalar.Type, _ mask: Tensor, _ first: Tensor, _ second: Tensor, _ shape: [Int]
) -> Tensor {
  let mask = mask.withoutTape.converted(to: .bool)
  let (first, second) = (first.withoutTape.converted(to: Scalar.dtype), second.withoutTape.converted(to: Scalar.dtype))
  let strides = [mask, first, second].map { Shape.stretchedStrides($0.shape, $0.strides, to: shape) }
  let rows = StridedRows(shape, strides[0], strides[1], strides[2], Shape.rowMajorStrides(shape))
  let (maskStep, firstStep, secondStep) = (rows.steps[0], rows.steps[1], rows.steps[2])
  return mask.readingInPlace(Bool.self) { mask in
    first.readingInPlace(Scalar.self) { first in
      second.readingInPlace(Scalar.self) { second in
        Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
          rows.visitRuns { place, inMask, inFirst, inSecond, length in
            let run = Run(
              mask: mask + inMask, first: first + inFirst, second: second + inSecond, target: target + place,
              length: length)
            // Where the steps are known, the loop becomes vector instructions.
            switch (maskStep, firstStep, secondStep) {
            case (1, 1, 1): run.choose(1, 1, 1)
            case (1, 1, 0): run.choose(1, 1, 0)
            case (1, 0, 1): run.choose(1, 0, 1)
            default: run.choose(maskStep, firstStep, secondStep)
            }
          }
        }
      }
    }
  }
}

/// Where a run of places begins in the mask, in both tensors and in the result.
private struct Run<Scalar> {
  let mask: UnsafePointer<Bool>
  let first: UnsafePointer<Scalar>
  let second: UnsafePointer<Scalar>
  let target: UnsafeMutablePointer<Scalar>
  let length: Int

  /// Chooses for each place. The steps say how far apart the numbers lie.
  @inline(__always)
  func choose(_ maskStep: Int, _ firstStep: Int, _ secondStep: Int) {
    for index in 0..<length {
      // Both are read, so that there is nothing to jump over.
      let (one, other) = (first[index * firstStep], second[index * secondStep])
      (target + index).initialize(to: mask[index * maskStep] ? one : other)
    }
  }
}
