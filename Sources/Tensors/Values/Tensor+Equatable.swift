extension Tensor: Equatable {
  /// Whether the types, the shapes and all numbers are the same.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape == right.shape && left.dtype == right.dtype
      && (left.dtype == .int ? left.ints == right.ints : left.doubles == right.doubles)
  }

  /// Whether the shapes are the same and no number differs by more than the tolerance. What is no number
  /// (NaN) is close to its like, and an infinity to itself only.
  ///
  /// - Parameter tolerance: The largest difference allowed, as a share of the larger number's size or, for numbers
  ///   below 1, as it is.
  public func isClose(to other: Tensor, tolerance: Double = 1e-5) -> Bool {
    guard shape == other.shape else { return false }
    return zip(doubles, other.doubles).allSatisfy { left, right in
      if left == right || (left.isNaN && right.isNaN) { return true }
      // A share of infinity is infinity, and would allow any difference.
      guard left.isFinite, right.isFinite else { return false }
      return Swift.abs(left - right) <= tolerance * Swift.max(1, Swift.abs(left), Swift.abs(right))
    }
  }
}
