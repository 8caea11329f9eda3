/// How the scores of several classes become one.
public enum ClassAverage: String, Sendable, CaseIterable {
  /// All examples count the same: for one label each this is the accuracy.
  case micro
  /// All classes count the same, also rare ones.
  case macro
  /// Each class counts as often as it occurs.
  case weighted
}
