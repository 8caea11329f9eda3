/// How the size of all gradients together is measured.
public enum GradientNormKind: Sendable {
  /// √(Σ g²).
  case euclidean
  /// Σ |g|.
  case sum
  /// max |g|.
  case largest
}
