/// What was not as one might think when a model was loaded.
public struct LoadingReport: Equatable, Sendable {
  /// Parameters that the checkpoint lacks. They hold random numbers: train them before you trust the model.
  public let untrained: [String]
  /// Tensors of the checkpoint that the model has no place for.
  public let unused: [String]
  /// Those of them that are part of the body: the settings make a smaller model than the one that was saved. What is left of
  /// ``unused`` are heads for other tasks.
  public let unusedOfBody: [String]

  init(untrained: [String], unused: [String], unusedOfBody: [String] = []) {
    (self.untrained, self.unused, self.unusedOfBody) = (untrained, unused, unusedOfBody)
  }

  /// Whether somebody must know of it before trusting the model.
  public var isWorthSaying: Bool { !untrained.isEmpty || !unusedOfBody.isEmpty }

  /// Says on the standard output what somebody must know before trusting the model.
  public func announce() {
    if isWorthSaying { print(description) }
  }
}

extension LoadingReport: CustomStringConvertible {
  public var description: String {
    var sentences: [String] = []
    if !untrained.isEmpty {
      sentences.append(
        "The checkpoint has no numbers for \(Self.listed(untrained)). This part begins with random ones: train it before you "
          + "trust it.")
    }
    if !unusedOfBody.isEmpty {
      let count = unusedOfBody.count == 1 ? "a tensor" : "\(unusedOfBody.count) tensors"
      sentences.append(
        "The model has no place for \(count) of the checkpoint: \(Self.listed(unusedOfBody)). The settings make another model "
          + "than the one that was saved: look at the sizes in config.json before you trust it.")
    }
    return sentences.isEmpty ? "Every parameter was in the checkpoint." : sentences.joined(separator: "\n")
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
  }
}
