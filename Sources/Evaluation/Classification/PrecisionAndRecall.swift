/// How much of what was found is right, and how much of what is right was found.
///
///     PrecisionAndRecall(right: 3, found: 4, wanted: 6).f1     // 0.6
public struct PrecisionAndRecall: Sendable, Equatable {
  /// The share of what was found that is right; 0 if nothing was found.
  public let precision: Double
  /// The share of what is right that was found; 0 if there was nothing to find.
  public let recall: Double

  /// - Parameters:
  ///   - right: How many were found and are right.
  ///   - found: How many were found.
  ///   - wanted: How many there were to find.
  public init(right: Int, found: Int, wanted: Int) {
    self.init(precision: Double(right) / Double(max(found, 1)), recall: Double(right) / Double(max(wanted, 1)))
  }

  public init(precision: Double, recall: Double) { (self.precision, self.recall) = (precision, recall) }

  /// Their harmonic mean, 2 · precision · recall / (precision + recall); 0 if both are.
  public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}
