/// Why a check does not hold.
public struct CheckFailure: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case shape(got: [Int], expected: [Int])
    /// The numbers of two tensors of one shape, in the order of memory.
    case numbers(shape: [Int], got: [Double], expected: [Double], firstDifference: Int)
    case number(got: Double, expected: Double)
    case value(got: String, expected: String)
    case condition(String)
    case answer(given: String, reason: String?)
  }

  /// What was looked at, or nothing.
  public var subject: String
  public var kind: Kind

  public init(_ subject: String, _ kind: Kind) {
    self.subject = subject
    self.kind = kind
  }
}
