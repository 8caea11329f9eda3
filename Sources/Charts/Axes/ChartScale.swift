/// How the numbers of an axis are spread over its length.
public enum ChartScale: Sendable, Equatable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal ratios take equal lengths. Only numbers above zero have a place on it.
  case logarithmic
}
