import Parallelism

/// Tensors one after the other along an axis that they have.
///
///     concatenated([Tensor([[1, 2]]), Tensor([[3, 4], [5, 6]])])     // [[1, 2], [3, 4], [5, 6]]
///
/// Shapes: all but the given axis agree; its sizes are added. Numbers of different types meet in the wider one. Copies
/// all numbers once. The gradient of each tensor is its part of the upstream gradient.
public func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  guard let first = tensors.first else { stop(.nothingToJoin(operation: "concatenated")) }
  guard first.rank > 0 else { stop(.tooFewAxes(operation: "concatenated", needed: 1, shape: [])) }
  let axis = first.resolvedAxis(axis)
  for tensor in tensors {
    let fits =
      tensor.rank == first.rank && first.shape.indices.allSatisfy { $0 == axis || tensor.shape[$0] == first.shape[$0] }
    guard fits else { stop(.joining(first.shape, tensor.shape, axis: axis)) }
  }
  if tensors.count == 1 { return first }
  let starts = tensors.reduce(into: [0]) { starts, tensor in
    starts.append(Shape.sum([starts[starts.count - 1], tensor.shape[axis]]))
  }
  var shape = first.shape
  shape[axis] = starts[tensors.count]
  return joined(tensors, shape, axis).recorded("concatenated", tensors) { upstream in
    tensors.indices.map { upstream.sliced(starts[$0]..<starts[$0 + 1], axis: axis) }
  }
}

/// Tensors of the same shape side by side along a new axis.
///
///     stacked([Tensor([1, 2]), Tensor([3, 4])])              // [[1, 2], [3, 4]]
///     stacked([Tensor([1, 2]), Tensor([3, 4])], axis: 1)     // [[1, 3], [2, 4]]
///
/// Shape: n tensors `[a, b]` give `[n, a, b]` with axis 0, `[a, b, n]` with axis -1.
public func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  guard let first = tensors.first else { stop(.nothingToJoin(operation: "stacked")) }
  for tensor in tensors where tensor.shape != first.shape {
    stop(.sameShape(operation: "stacked", first.shape, tensor.shape))
  }
  return concatenated(tensors.map { $0.unsqueezed(axis) }, axis: axis)
}

/// Copies the numbers: of each tensor a run of `shape[axis] · inner` numbers for every place on the axes before.
private func joined(_ tensors: [Tensor], _ shape: [Int], _ axis: Int) -> Tensor {
  let dtype = tensors.map(\.dtype).max() ?? .float
  let result = Tensor(unwritten: shape, dtype)
  let lines = Lines(shape, axis: axis, keepDims: true)
  let whole = lines.length * lines.inner * dtype.byteCount
  var start = result.storage.start
  for tensor in tensors {
    let part = tensor.withoutTape.converted(to: dtype).contiguous()
    let run = part.shape[axis] * lines.inner * dtype.byteCount
    let (source, target) = (UnsafeRawPointer(part.storage.start) + part.offset * dtype.byteCount, start)
    withExtendedLifetime(part) {
      parallel(count: lines.outer, smallest: Swift.max(1, 65_536 / Swift.max(run, 1))) { blocks in
        for block in blocks { (target + block * whole).copyMemory(from: source + block * run, byteCount: run) }
      }
    }
    start += run
  }
  return result
}
