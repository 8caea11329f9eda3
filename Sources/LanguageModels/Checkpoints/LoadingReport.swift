/// What was not as one might think when a model was loaded.
public struct LoadingReport: Equatable, Sendable {
  /// Parameters that the checkpoint lacks. They hold random numbers: train them before you trust the model.
  public let untrained: [String]
  /// Tensors of the checkpoint that the model has no place for.
  public let unused: [String]

  /// Says on the standard output what somebody must know before trusting the model.
  public func announce() {
    if !untrained.isEmpty { print(description) }
  }
}

extension LoadingReport: CustomStringConvertible {
  public var description: String {
    if untrained.isEmpty { return "Every parameter was in the checkpoint." }
    let names = untrained.prefix(4).joined(separator: ", ") + (untrained.count > 4 ? ", …" : "")
    return
      "The checkpoint has no numbers for \(names). This part begins with random ones: train it before you trust it."
  }
}
