extension Tensor {
  /// Each number changed by the same function.
  ///
  ///     Tensor([1, 2, 3]).map { $0 * $0 }     // 1  4  9
  public func map(_ transform: (Float) -> Float) -> Tensor {
    Tensor(buffer: elements.map(transform), shape: shape)
  }

  /// Two tensors combined number by number. Axes are matched from the last one; an axis of size 1 is stretched.
  @inline(__always)
  static func combined(
    _ left: Tensor, _ right: Tensor, _ operation: String, _ combine: (Float, Float) -> Float
  ) -> Tensor {
    guard let shape = Shape.broadcast(left.shape, right.shape) else {
      stop(.broadcast(operation: operation, left: left.shape, right: right.shape))
    }
    let count = Shape.checkedCount(shape)
    let left = left.broadcast(to: shape)
    let right = right.broadcast(to: shape)
    let rowLength = shape.last ?? 1
    let leftStep = left.strides.last ?? 0
    let rightStep = right.strides.last ?? 0
    let result = [Float](unsafeUninitializedCapacity: count) { result, initializedCount in
      left.buffer.withUnsafeBufferPointer { leftNumbers in
        right.buffer.withUnsafeBufferPointer { rightNumbers in
          forEachRow(of: shape, left.strides, right.strides) { leftStart, rightStart in
            let leftStart = left.offset + leftStart
            let rightStart = right.offset + rightStart
            for column in 0..<rowLength {
              result.initializeElement(
                at: initializedCount + column,
                to: combine(
                  leftNumbers[leftStart + column * leftStep], rightNumbers[rightStart + column * rightStep]))
            }
            initializedCount += rowLength
          }
        }
      }
    }
    return Tensor(buffer: result, shape: shape)
  }
}
