import Displays

extension EarlyStopping {
  /// What `transformers` writes for it: `true`, `false` or `"never"`.
  public init?(_ value: JSON) {
    switch value {
    case true: self = .whenFull
    case false: self = .whenNoneIsBetter
    case "never": self = .whenNoneCanBecomeBetter
    default: return nil
    }
  }
}
