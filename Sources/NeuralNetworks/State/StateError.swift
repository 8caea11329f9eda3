/// Why numbers could not be put into a model: all that does not fit.
public struct StateError: Error, Equatable, Sendable {
  /// A name and a shape.
  public struct Entry: Equatable, Sendable {
    public let name: String
    public let shape: [Int]
  }

  /// A name for which the shapes differ.
  public struct Misfit: Equatable, Sendable {
    public let name: String
    public let found: [Int]
    public let wanted: [Int]
  }

  /// Two names of one parameter.
  public struct Pair: Equatable, Sendable {
    public let first: String
    public let second: String
  }

  /// Parameters of the model for which there are no numbers.
  public internal(set) var missing: [Entry] = []
  /// Numbers for which the model has no parameter.
  public internal(set) var unexpected: [Entry] = []
  /// Numbers of another shape than the parameter's.
  public internal(set) var misshapen: [Misfit] = []
  /// Names of the same parameter that come with different numbers.
  public internal(set) var contradicting: [Pair] = []

  init() {}

  var isEmpty: Bool { self == StateError() }
}
