internal import NumericKernels
import Parallelism
import Synchronization

/// Numbers picked one by one by indices, and put back.
extension Tensor {
  /// One number for each index, along an axis: `result[i, j] = self[indices[i, j], j]` for axis 0.
  ///
  ///     Tensor([[1, 2], [3, 4]]).gather(Tensor([[1], [0]], dtype: .int), axis: 1)     // [[2], [3]]
  ///
  /// Shapes: the indices have as many axes as the tensor and are nowhere longer but along `axis`. The result has the shape
  /// of the indices.
  public func gather(_ indices: Tensor, axis: Int) -> Tensor {
    let axis = resolvedAxis(axis)
    let source = withoutTape.contiguous()
    let oldShape = shape
    func recorded(_ result: Tensor) -> Tensor {
      result.recorded("gather", self) { upstream in
        Tensor.zeros(oldShape, dtype: upstream.dtype).scatterAdding(upstream, at: indices, axis: axis)
      }
    }
    let isRowwise = axis == rank - 1 && indices.rank == rank && indices.shape.dropLast() == shape.dropLast()
    if isRowwise, dtype == .float, indices.dtype == .int, let rows = source.gatheredFromRows(indices) {
      return recorded(rows)
    }
    let places = IndexedPlaces(indices, in: shape, axis, "gather")
    func gathered<Scalar: TensorScalar>(_ type: Scalar.Type) -> Tensor {
      source.reading(Scalar.self) { source in
        Tensor(indices.shape) { (target: UnsafeMutablePointer<Scalar>) in
          places.visit { place, position in (target + place).initialize(to: source[position]) }
        }
      }
    }
    return switch dtype {
    case .float: recorded(gathered(Float.self))
    case .double: recorded(gathered(Double.self))
    case .int: recorded(gathered(Int.self))
    case .bool: recorded(gathered(Bool.self))
    }
  }

  /// The same along the last axis, with as many rows of indices as there are rows; `nil` if an index is out of range.
  private func gatheredFromRows(_ indices: Tensor) -> Tensor? {
    let (length, chosen) = (shape[rank - 1], indices.shape[rank - 1])
    let isWrong = Atomic(false)
    let result = reading(Float.self) { source in
      indices.reading(Int.self) { indices in
        Tensor(shape.dropLast() + [chosen]) { (target: UnsafeMutablePointer<Float>) in
          parallel(count: rowCount, smallest: Swift.max(1, 8_192 / Swift.max(chosen, 1))) { rows in
            for row in rows {
              // Looked at just before they are used, the indices are still in the processor's cache.
              guard Kernels.areIndices(indices + row * chosen, count: chosen, below: length) else {
                return isWrong.store(true, ordering: .relaxed)
              }
              Kernels.gather(
                source + row * length, at: indices + row * chosen, into: target + row * chosen, count: chosen)
            }
          }
        }
      }
    }
    return isWrong.load(ordering: .relaxed) ? nil : result
  }

  /// Adds each number of another tensor at the place that its index names: the opposite of ``gather(_:axis:)``.
  ///
  ///     Tensor.zeros([3]).scatterAdding(Tensor([5, 7, 1]), at: Tensor(indices: [2, 2, 0]), axis: 0)     // 1  0  12
  public func scatterAdding(_ numbers: Tensor, at indices: Tensor, axis: Int) -> Tensor {
    let axis = resolvedAxis(axis)
    guard numbers.shape == indices.shape else {
      stop(.sameShape(operation: "scatterAdding", numbers.shape, indices.shape))
    }
    let places = IndexedPlaces(indices, in: shape, axis, "scatterAdding")
    // Truth values are added up as the integers 0 and 1.
    let dtype = Swift.max(dtype, numbers.dtype, .int)
    let start = withoutTape.converted(to: dtype)
    let addend = numbers.withoutTape.converted(to: dtype)
    func scattered<Scalar: TensorNumber & AdditiveArithmetic>(_ type: Scalar.Type) -> Tensor {
      var result = start.copied()
      addend.reading(Scalar.self) { addend in
        result.writing(Scalar.self) { target in places.visit { place, position in target[position] += addend[place] }
        }
      }
      return result
    }
    let result =
      switch dtype {
      case .float: scattered(Float.self)
      case .double: scattered(Double.self)
      case .int, .bool: scattered(Int.self)
      }
    return result.recorded(
      "scatterAdding", self, numbers, left: { $0 }, right: { $0.gather(indices, axis: axis) })
  }
}
