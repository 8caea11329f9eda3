import Displays

extension Value: CustomStringConvertible {
  /// The name, the number and the gradient.
  ///
  ///     Value(2, label: "a").description     // "a = 2.0, gradient 0.0"
  public var description: String {
    (label.isEmpty ? "" : "\(label) = ") + "\(data.significant), gradient \(gradient.significant)"
  }
}
