/// Lengths of vectors.
extension Tensor {
  /// The length of each vector along an axis: (Σ |x|ᵖ)^(1/p).
  ///
  ///     let v = Tensor([3, -4])
  ///     v.norm(axis: 0)                      // 5: the usual length
  ///     v.norm(order: 1, axis: 0)            // 7: the sum of the sizes
  ///     v.norm(order: .infinity, axis: 0)    // 4: the largest size
  ///
  /// The gradient at a vector of zeros is 0. With orders infinity and -infinity several numbers of the largest or smallest
  /// size share the gradient evenly.
  ///
  /// - Parameter order: p. As limits of the formula, `.infinity` is the largest size and `-.infinity` the smallest; 0 is
  ///   how many numbers are not 0, which has no slope.
  public func norm(order: Double = 2, axis: Int, keepDims: Bool = false) -> Tensor {
    norm(order: order, axes: [axis], keepDims: keepDims)
  }

  /// The length of all numbers together, without any axis.
  public func norm(order: Double = 2) -> Tensor { norm(order: order, axes: Array(shape.indices)) }

  /// The same of all numbers along several axes together.
  public func norm(order: Double = 2, axes: [Int], keepDims: Bool = false) -> Tensor {
    guard !order.isNaN else { stop(.normOrder(order)) }
    let x = floatingPoint
    return x.asOneAxis(axes, keepDims) { x in
      switch order {
      case 0: x.countAsNorm()
      case 1: abs(x).sum(axis: -1)
      case 2: x.length()
      case .infinity: abs(x).max(axes: [-1])
      case -.infinity: abs(x).min(axes: [-1])
      default: x.length(order)
      }
    }
  }

  /// How many numbers along the last axis are not 0. It has no slope, but belongs to the tape as other norms do.
  private func countAsNorm() -> Tensor {
    let x = self
    return nonZeroCount(axis: -1).converted(to: dtype).recorded("norm", x) { _ in Tensor.zeros(like: x) }
  }

  /// √ Σ x² along the last axis.
  private func length() -> Tensor {
    let x = self
    let result = sqrt(square(withoutTape).sum(axis: -1))
    // d √Σx² / dx = x / √Σx²
    return result.recorded("norm", x) { upstream in
      let length = (Tape.isRecording ? x.length() : result).unsqueezed(-1)
      return (upstream.unsqueezed(-1) * x / length).filled(with: 0, where: length .== 0)
    }
  }

  /// (Σ |x|ᵖ)^(1/p) along the last axis.
  private func length(_ order: Double) -> Tensor {
    let x = self
    let result = pow(pow(abs(withoutTape), order).sum(axis: -1), 1 / order)
    // d (Σ|x|ᵖ)^(1/p) / dx = sign x · (|x| / norm)^(p-1)
    return result.recorded("norm", x) { upstream in
      let length = (Tape.isRecording ? x.length(order) : result).unsqueezed(-1)
      // At 0 the power may be infinite. Put aside before, it does not come back as NaN when this is derived again.
      let isZero = x .== 0
      let slope = sign(x) * pow(abs(x).filled(with: 1, where: isZero) / length, order - 1)
      return (upstream.unsqueezed(-1) * slope).filled(with: 0, where: isZero)
    }
  }

  /// A reduction along several axes at once: they are moved to the end and seen as one.
  func asOneAxis(_ axes: [Int], _ keepDims: Bool, _ reduce: (Tensor) -> Tensor) -> Tensor {
    let axes = axes.map(resolvedAxis)
    guard Set(axes).count == axes.count else { stop(.repeatedAxis(axes, shape: shape)) }
    let others = shape.indices.filter { !axes.contains($0) }
    let remaining = others.map { shape[$0] }
    let together = axes.sorted()
    let turned = permuted(others + together).reshaped(to: remaining + [together.reduce(1) { $0 * shape[$1] }])
    let result = reduce(turned)
    guard keepDims else { return result }
    return result.reshaped(to: shape.indices.map { axes.contains($0) ? 1 : shape[$0] })
  }
}
