/// Sums, means and maxima, of all numbers or along one axis.
///
///     let t = Tensor([[1, 2], [3, 4]])
///     t.sum()                            // 10
///     t.sum(axis: 0)                     // 4  6
///     t.sum(axis: 1, keepDims: true)     // shape [2, 1]
///
/// Negative axes count from the last one, which is -1. With `keepDims` the axis stays, with size 1, so that the result
/// can be combined with the tensor that it came from.
extension Tensor {
  /// The sum of all numbers, without any axis.
  public func sum() -> Tensor { reshaped(to: [count]).sum(axis: 0) }

  /// The sums along an axis. Adds in double precision; an axis of size 0 sums to 0.
  public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
    reduced(axis, keepDims) { line in Float(line.reduce(0.0) { $0 + Double($1) }) }
  }

  /// The mean of all numbers, without any axis. The mean of no numbers is no number (NaN).
  public func mean() -> Tensor { reshaped(to: [count]).mean(axis: 0) }

  /// The means along an axis.
  public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
    reduced(axis, keepDims) { line in Float(line.reduce(0.0) { $0 + Double($1) } / Double(line.count)) }
  }

  /// The largest of all numbers, without any axis. What is no number (NaN) counts as the largest.
  public func max() -> Tensor { reshaped(to: [count]).max(axis: 0) }

  /// The largest numbers along an axis.
  public func max(axis: Int, keepDims: Bool = false) -> Tensor {
    refuseEmpty(axis, "max")
    return reduced(axis, keepDims) { line in line[Tensor.indexOfLargest(line)] }
  }

  /// Where the largest of all numbers stands, counted in row-major order.
  public func argmax() -> Int { reshaped(to: [count]).argmax(axis: 0)[0] }

  /// Where the largest number stands along an axis, for each place of the other axes in row-major order. Of equal
  /// numbers the first counts.
  public func argmax(axis: Int) -> [Int] {
    refuseEmpty(axis, "argmax")
    return lines(axis).map(Tensor.indexOfLargest)
  }

  private func reduced(_ axis: Int, _ keepDims: Bool, _ reduce: ([Float]) -> Float) -> Tensor {
    var remaining = shape
    if keepDims { remaining[resolvedAxis(axis)] = 1 } else { remaining.remove(at: resolvedAxis(axis)) }
    return Tensor(buffer: lines(axis).map(reduce), shape: remaining)
  }

  /// The runs of numbers along an axis, for each place of the other axes in row-major order.
  private func lines(_ axis: Int) -> some Sequence<[Float]> {
    let axis = resolvedAxis(axis)
    let length = shape[axis]
    var others = shape
    others.remove(at: axis)
    // With the axis moved to the end each run is a row.
    var order = Array(shape.indices)
    order.append(order.remove(at: axis))
    let turned = Tensor(
      buffer: buffer, shape: order.map { shape[$0] }, strides: order.map { strides[$0] }, offset: offset)
    let numbers = turned.elements
    return (0..<others.reduce(1, *)).lazy.map { Array(numbers[$0 * length..<($0 + 1) * length]) }
  }

  private func refuseEmpty(_ axis: Int, _ operation: String) {
    guard shape[resolvedAxis(axis)] > 0 else { stop(.nothingToCompare(operation: operation, shape: shape)) }
  }

  private static func indexOfLargest(_ line: [Float]) -> Int {
    var best = 0
    for index in line.indices where line[index] > line[best] || (line[index].isNaN && !line[best].isNaN) {
      best = index
    }
    return best
  }
}
