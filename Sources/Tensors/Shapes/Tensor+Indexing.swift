internal import NumericKernels
import Parallelism
import Synchronization

/// Picking numbers by indices, which are tensors of type `Int`.
extension Tensor {
  /// The parts of an axis with the given indices, in that order; a part may come several times.
  ///
  ///     Tensor([[1, 2], [3, 4], [5, 6]]).selecting(Tensor(indices: [2, 0]), axis: 0)     // [[5, 6], [1, 2]]
  ///
  /// Shape: the axis is replaced by the axes of the indices. This is how an embedding looks up its rows.
  public func selecting(_ indices: Tensor, axis: Int = 0) -> Tensor {
    let axis = resolvedAxis(axis)
    let indices = indices.asIndices("selecting", below: shape[axis])
    let resultShape = shape[..<axis] + indices.shape + shape[(axis + 1)...]
    let (outer, inner) = (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
    let (length, chosen) = (shape[axis], indices.count)
    let source = withoutTape.contiguous()
    let bytes = inner * dtype.byteCount
    let result = Tensor(unwritten: Array(resultShape), dtype)
    indices.reading(Int.self) { indices in
      let from = UnsafeRawPointer(source.storage.start) + source.offset * dtype.byteCount
      let to = result.storage.start
      parallel(count: outer * chosen, smallest: Swift.max(1, 65_536 / Swift.max(bytes, 1))) { rows in
        for row in rows {
          let (block, place) = (row / chosen, row % chosen)
          (to + row * bytes).copyMemory(from: from + (block * length + indices[place]) * bytes, byteCount: bytes)
        }
      }
    }
    let oldShape = shape
    return withExtendedLifetime(source) { result }.recorded("selecting", part: self) { upstream, sum in
      sum.addRows(upstream, at: indices, outer, length, inner)
    } pullback: { upstream in
      let places = indices.reshaped(to: [1, chosen, 1]).broadcast(to: [outer, chosen, inner])
      return Tensor.zeros([outer, length, inner], dtype: upstream.dtype)
        .scatterAdding(upstream.reshaped(to: [outer, chosen, inner]), at: places, axis: 1).reshaped(to: oldShape)
    }
  }

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
    let isRowwise = axis == rank - 1 && indices.shape.dropLast() == shape.dropLast()
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
    let dtype = Swift.max(dtype, numbers.dtype)
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

  /// Adds rows to this tensor, seen as `[outer, length, inner]`, at the places on the middle axis that the indices name.
  private mutating func addRows(_ rows: Tensor, at indices: Tensor, _ outer: Int, _ length: Int, _ inner: Int) {
    let chosen = indices.count
    func add<Scalar: TensorScalar>(
      _ type: Scalar.Type, _ tensor: inout Tensor,
      _ addBlock: (UnsafeMutablePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Int>) -> Void
    ) {
      indices.reading(Int.self) { indices in
        rows.converted(to: Scalar.dtype).reading(Scalar.self) { rows in
          tensor.writing(Scalar.self) { target in
            for block in 0..<outer { addBlock(target + block * length * inner, rows + block * chosen * inner, indices) }
          }
        }
      }
    }
    if dtype == .float {
      add(Float.self, &self) { Kernels.scatterAddRows($1, to: $2, into: $0, count: chosen, columns: inner) }
    } else {
      add(Double.self, &self) { target, rows, indices in
        for row in 0..<chosen {
          for column in 0..<inner { target[indices[row] * inner + column] += rows[row * inner + column] }
        }
      }
    }
  }

  /// This tensor as indices: integers from 0 to `size - 1`. Stops the program if it is none.
  package func asIndices(_ operation: String, below size: Int) -> Tensor {
    guard dtype == .int else { stop(.notIndices(operation: operation, dtype: dtype)) }
    let areIndices = reading(Int.self) { Kernels.areIndices($0, count: count, below: size) }
    if !areIndices, let index = ints.first(where: { $0 < 0 || $0 >= size }) {
      stop(.indexBeyond(operation: operation, index: index, size: size))
    }
    return withoutTape
  }
}

/// Where the numbers lie that a tensor of indices names along an axis.
struct IndexedPlaces {
  private let indices: Tensor
  private let axis: Int
  private let strides: [Int]

  init(_ indices: Tensor, in shape: [Int], _ axis: Int, _ operation: String) {
    self.indices = indices.asIndices(operation, below: shape[axis])
    self.axis = axis
    strides = Shape.rowMajorStrides(shape)
    let fits = indices.rank == shape.count && shape.indices.allSatisfy { $0 == axis || indices.shape[$0] <= shape[$0] }
    guard fits else { stop(.indexShape(operation: operation, indices: indices.shape, shape: shape, axis: axis)) }
  }

  /// Calls the function for each index with its own place and with the place of the number that it names.
  func visit(_ body: (_ place: Int, _ position: Int) -> Void) {
    var wheels = Array(repeating: 0, count: indices.rank)
    indices.reading(Int.self) { chosen in
      for place in 0..<indices.count {
        var position = 0
        for wheel in wheels.indices { position += (wheel == axis ? chosen[place] : wheels[wheel]) * strides[wheel] }
        body(place, position)
        for wheel in wheels.indices.reversed() {
          wheels[wheel] += 1
          if wheels[wheel] < indices.shape[wheel] { break }
          wheels[wheel] = 0
        }
      }
    }
  }
}
