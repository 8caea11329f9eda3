/// The ways in which running code can end before its end.
public enum RuntimeFailureKind: Hashable, Sendable {
  case indexOutOfRange
  case emptyCollection
  case invalidRange
  case missingValue
  case missingKey
  case arithmeticOverflow
  case divisionByZero
  case unrepresentableValue
  case failedCast
  case exclusivityViolation
  case stackOverflow
  case badAccess
  case aborted
  case exited(code: Int)
  case fatalError
  case failedPrecondition
  case unhandledError
  case memoryLimit
  case interrupted
  case other

  /// Recognises the kind from the words that the compiler or the standard library give as the reason.
  public init(reason: String) {
    let match = Self.reasons.first { $0.patterns.contains { $0.captures(in: reason) != nil } }
    self = match?.kind ?? .other
  }

  private static let reasons: [(patterns: [MessagePattern], kind: RuntimeFailureKind)] = [
    (
      [
        "…ndex out of range…", "…ndex is out of range…", "…ndex out of bounds…", "…ndex is out of bounds…",
        "…ut of bounds…", "…dvance past …", "…rray index …", "…range is out of …",
      ], .indexOutOfRange
    ),
    (["…from an empty …", "…from empty …", "…more items from a collection than it …"], .emptyCollection),
    (["Range requires lowerBound <= upperBound…", "…form Range with upperBound < lowerBound…"], .invalidRange),
    (["Dictionary literal contains duplicate keys…", "Duplicate values for key…"], .failedPrecondition),
    (["Unexpectedly found nil …", "…nil while …unwrapping…", "…force unwrapped a nil value…"], .missingValue),
    (["Division by zero…", "division by zero…", "…ivision by zero…"], .divisionByZero),
    (
      [
        "Not enough bits to represent …", "Negative value is not representable…", "…cannot be converted to …because …",
        "…value is not representable…",
      ], .unrepresentableValue
    ),
    (["arithmetic overflow…", "…results in an overflow…", "…overflow"], .arithmeticOverflow),
    (["type cast failed…", "Could not cast value of type …", "failed cast…"], .failedCast),
    (["Simultaneous accesses to …", "…overlapping accesses …"], .exclusivityViolation),
    (["precondition failure…", "Precondition failed…", "Assertion failed…"], .failedPrecondition),
    (
      ["Error raised at top level…", "'try!' expression unexpectedly raised an error…", "unexpected error …"],
      .unhandledError
    ),
    (["Fatal error…", "fatal error…"], .fatalError),
  ]
}
