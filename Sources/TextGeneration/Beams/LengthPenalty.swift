import Glibc

/// What the log-probability of a text is divided by, so that short texts, which are likelier, have no advantage.
///
///     LengthPenalty.power(1).divisor(length: 4)      // 4.0
///     LengthPenalty.wu(1).divisor(length: 4)         // 1.5
///     let plain: LengthPenalty = 0                   // .power(0): nothing is divided
public enum LengthPenalty: Sendable, Equatable {
  /// length^p, as `transformers` does it: with 1 the mean of all tokens.
  case power(Double)
  /// ((5 + length) / 6)^p. Source: Wu and others, Google's Neural Machine Translation System, 2016, section 7.
  case wu(Double)

  /// - Parameter length: How many tokens were written, the one that ends the text among them.
  public func divisor(length: Int) -> Double {
    switch self {
    case .power(let power): pow(Double(max(length, 1)), power)
    case .wu(let power): pow((5 + Double(length)) / 6, power)
    }
  }
}

extension LengthPenalty: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .power(value) }
  public init(integerLiteral value: Int) { self = .power(Double(value)) }
}
