extension Tensor: CustomStringConvertible {
  /// The shape and the numbers, of which many are left out if there are many.
  ///
  ///     Tensor [1, 3] Float
  ///       0.155  0.422  0.422
  public var description: String {
    let numbers = TensorExcerpt(self).text
    return numbers.isEmpty ? heading : "\(heading)\n\(numbers)"
  }

  var heading: String { "Tensor \(shape) \(dtype)" }
}
