/// Which norm the blocks of a transformer have.
public enum NormKind: String, Sendable, Codable {
  case layerNorm
  case rmsNorm

  /// A layer that does it.
  public func layer(_ features: Int, epsilon: Double) -> any Layer {
    switch self {
    case .layerNorm: LayerNorm(features, epsilon: epsilon)
    case .rmsNorm: RMSNorm(features, epsilon: epsilon)
    }
  }
}
