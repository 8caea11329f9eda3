internal import NumericKernels
import Parallelism

/// Parts picked by indices, which are tensors of type `Int`.
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
}
