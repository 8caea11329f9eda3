extension Tensor: Equatable {
  /// Whether the shapes and all numbers are the same.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape == right.shape && left.elements == right.elements
  }

  /// Whether the shapes are the same and no number differs by more than the tolerance.
  ///
  /// - Parameter tolerance: The largest difference allowed, as a share of the larger number's size or, for numbers
  ///   below 1, as it is.
  public func isClose(to other: Tensor, tolerance: Float = 1e-5) -> Bool {
    guard shape == other.shape else { return false }
    return zip(elements, other.elements).allSatisfy { left, right in
      left == right || abs(left - right) <= tolerance * Swift.max(1, abs(left), abs(right))
    }
  }
}
