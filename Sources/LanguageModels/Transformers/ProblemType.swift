/// What the scores of a model with classes stand for; the raw values are the names that `transformers` has in `problem_type`.
///
///     ProblemType.severalLabels.rawValue     // "multi_label_classification"
public enum ProblemType: String, Sendable, CaseIterable {
  /// The classes exclude each other: together they have the probability 1.
  case oneLabel = "single_label_classification"
  /// A text may belong to several classes: each has a probability of its own.
  case severalLabels = "multi_label_classification"
  /// The scores are the numbers that were asked for.
  case regression
}
