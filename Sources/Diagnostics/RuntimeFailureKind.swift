/// The ways in which running code can end before its end.
public enum RuntimeFailureKind: Hashable, Sendable {
  /// A place that the collection does not have.
  case indexOutOfRange
  /// Something taken from an empty collection.
  case emptyCollection
  /// A range that ends before it begins.
  case invalidRange
  /// `nil` where `!` promised a value.
  case missingValue
  /// A key that the dictionary does not have.
  case missingKey
  /// A result that does not fit into its type.
  case arithmeticOverflow
  /// A whole number divided by zero.
  case divisionByZero
  /// A conversion to a type that has no room for the value.
  case unrepresentableValue
  /// `as!` to a type that the value does not have.
  case failedCast
  /// Two accesses to one variable, of which at least one changes it.
  case exclusivityViolation
  /// Calls nested until the stack was full.
  case stackOverflow
  /// A pointer to memory that is not there.
  case badAccess
  /// A call of `abort()`.
  case aborted
  /// A call of `exit`.
  case exited(code: Int)
  /// A call of `fatalError`.
  case fatalError
  /// A `precondition` or `assert` that does not hold.
  case failedPrecondition
  /// An error that nobody caught.
  case unhandledError
  /// More memory than the cell may have.
  case memoryLimit
  /// The reader stopped the cell.
  case interrupted
  /// Anything else.
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
