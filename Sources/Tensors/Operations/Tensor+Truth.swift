/// Questions to masks. In tensors of numbers everything but 0 counts as true, also what is no number (NaN).
extension Tensor {
  /// Whether something is true.
  ///
  ///     let x = Tensor([1, -2])
  ///     (x .< 0).any()     // true
  public func any() -> Bool { nonZeroCount() > 0 }

  /// Whether something is true along an axis; of nothing, nothing is.
  public func any(axis: Int, keepDims: Bool = false) -> Tensor { nonZeroCount(axis: axis, keepDims: keepDims) .> 0 }

  /// Whether something is true along several axes together.
  public func any(axes: [Int], keepDims: Bool = false) -> Tensor { nonZeroCount(axes: axes, keepDims: keepDims) .> 0 }

  /// Whether everything is true.
  ///
  ///     (softmax(Tensor([1, 2, 2])) .> 0).all()     // true
  public func all() -> Bool { nonZeroCount() == count }

  /// Whether everything is true along an axis; of nothing, everything is.
  public func all(axis: Int, keepDims: Bool = false) -> Tensor {
    nonZeroCount(axis: axis, keepDims: keepDims) .== shape[resolvedAxis(axis)]
  }

  /// Whether everything is true along several axes together.
  public func all(axes: [Int], keepDims: Bool = false) -> Tensor {
    nonZeroCount(axes: axes, keepDims: keepDims) .== axes.reduce(1) { $0 * shape[resolvedAxis($1)] }
  }

  /// How many numbers are not 0, or how many truth values are true.
  ///
  ///     let (guesses, labels) = (Tensor(indices: [2, 0, 1]), Tensor(indices: [2, 1, 1]))
  ///     (guesses .== labels).nonZeroCount()     // 2
  public func nonZeroCount() -> Int { flattened().nonZeroCount(axis: 0).intItem }

  /// How many numbers along an axis are not 0.
  public func nonZeroCount(axis: Int, keepDims: Bool = false) -> Tensor {
    (withoutTape .!= 0).converted(to: .int).sum(axis: axis, keepDims: keepDims)
  }

  /// How many numbers along several axes together are not 0.
  public func nonZeroCount(axes: [Int], keepDims: Bool = false) -> Tensor {
    (withoutTape .!= 0).converted(to: .int).sum(axes: axes, keepDims: keepDims)
  }
}
