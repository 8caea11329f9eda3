import NeuralNetworks

/// A number in a model's configuration that makes no model: which one, what it is, what would do.
public struct ConfigurationError: Error, Equatable, Sendable {
  /// The model's name: `GPT`, `BERT`.
  public let model: String
  /// The name of the setting.
  public let field: String
  /// What it is.
  public let value: String
  /// What would do.
  public let wanted: String

  init(_ model: String, _ field: String, _ value: some CustomStringConvertible, wanted: String) {
    (self.model, self.field, self.value, self.wanted) = (model, field, value.description, wanted)
  }
}

extension ConfigurationError: CustomStringConvertible {
  public var description: String { "\(model): \(field) is \(value). It should be \(wanted)." }
}

/// Looks at the settings of a model one after the other, and notes the first that makes no model.
struct ConfigurationCheck {
  let model: String

  /// No size is larger than this, so that products of a few of them can be counted.
  static let largestSize = 1 << 24

  func size(_ field: String, _ value: Int) throws(ConfigurationError) {
    guard 1...Self.largestSize ~= value else {
      throw ConfigurationError(model, field, value, wanted: "a whole number from 1 to \(Self.largestSize)")
    }
  }

  func share(_ field: String, _ value: Double) throws(ConfigurationError) {
    guard 0..<1 ~= value else {
      throw ConfigurationError(model, field, value, wanted: "a share from 0 up to, but not including, 1")
    }
  }

  func positive(_ field: String, _ value: Double) throws(ConfigurationError) {
    guard value > 0, value.isFinite else { throw ConfigurationError(model, field, value, wanted: "a number above 0") }
  }

  func scaling(_ scaling: RotaryScaling?) throws(ConfigurationError) {
    switch scaling {
    case nil: break
    case .linear(let factor): try positive("rotaryScaling.factor", factor)
    case .byTurns(let factor, let fewest, let most, let contextLength):
      try positive("rotaryScaling.factor", factor)
      try positive("rotaryScaling.fewestTurns", fewest)
      guard most > fewest, most.isFinite else {
        throw ConfigurationError(model, "rotaryScaling.mostTurns", most, wanted: "more than fewestTurns, \(fewest)")
      }
      try size("rotaryScaling.contextLength", contextLength)
    case .dynamic(let factor, let contextLength):
      guard factor >= 1, factor.isFinite else {
        throw ConfigurationError(model, "rotaryScaling.factor", factor, wanted: "a number from 1")
      }
      try size("rotaryScaling.contextLength", contextLength)
    case .yarn(let yarn):
      try positive("rotaryScaling.factor", yarn.factor)
      try positive("rotaryScaling.fewestTurns", yarn.fewestTurns)
      try positive("rotaryScaling.mostTurns", yarn.mostTurns)
      try positive("rotaryScaling.attentionFactor", yarn.attentionFactor)
      try size("rotaryScaling.contextLength", yarn.contextLength)
    }
  }

  func divides(_ field: String, _ part: Int, _ wholeField: String, _ whole: Int) throws(ConfigurationError) {
    guard whole % part == 0 else {
      throw ConfigurationError(model, field, part, wanted: "a divisor of \(wholeField), which is \(whole)")
    }
  }
}
