/// Taking an axis apart. All parts are views, and nothing is copied.
extension Tensor {
  /// Parts of the given sizes along an axis, which add up to the size of the axis.
  ///
  ///     let parts = Tensor([1, 2, 3, 4, 5]).split(sizes: [2, 3])     // 1  2  and  3  4  5
  public func split(sizes: [Int], axis: Int = 0) -> [Tensor] {
    let axis = splittingAxis(axis)
    guard sizes.allSatisfy({ $0 >= 0 && $0 <= shape[axis] }), Shape.sum(sizes) == shape[axis] else {
      stop(.splitting(sizes: sizes, axis: axis, shape: shape))
    }
    var end = 0
    return sizes.map { size in
      end += size
      return sliced(end - size..<end, axis: axis)
    }
  }

  /// Parts of the same size along an axis; the last one holds what is left and may be smaller.
  ///
  ///     let parts = Tensor([1, 2, 3, 4, 5]).split(size: 2)     // 1  2  and  3  4  and  5
  ///
  /// An axis of size 0 gives one empty part.
  public func split(size: Int, axis: Int = 0) -> [Tensor] {
    let axis = splittingAxis(axis)
    guard size > 0 else { stop(.splitting(sizes: [size], axis: axis, shape: shape)) }
    let starts = shape[axis] == 0 ? [0] : Array(stride(from: 0, to: shape[axis], by: size))
    return split(sizes: starts.map { Swift.min(size, shape[axis] - $0) }, axis: axis)
  }

  /// At most so many parts along an axis, as equal as can be with all but the last of the same size.
  ///
  ///     let parts = Tensor.arange(7).chunked(into: 3)     // 0  1  2  and  3  4  5  and  6
  ///
  /// There may be fewer: 6 numbers in 4 parts would be 2 each, which are used up after 3. An axis of size 0 gives as many
  /// empty parts as were asked for.
  public func chunked(into count: Int, axis: Int = 0) -> [Tensor] {
    let axis = splittingAxis(axis)
    guard count > 0 else { stop(.chunkCount(count, shape: shape)) }
    let size = shape[axis]
    if size > 0 { return split(size: (size - 1) / count + 1, axis: axis) }
    guard count <= memoryOfThisMachine / MemoryLayout<Tensor>.stride else { stop(.chunkCount(count, shape: shape)) }
    return Array(repeating: self, count: count)
  }

  private func splittingAxis(_ axis: Int) -> Int {
    guard rank > 0 else { stop(.tooFewAxes(operation: "split", needed: 1, shape: shape)) }
    return resolvedAxis(axis)
  }
}
