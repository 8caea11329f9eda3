import Diagnostics

extension RuntimeFailureKind {
  /// A short name for front ends that show one.
  var errorName: String {
    switch self {
    case .indexOutOfRange: "IndexOutOfRange"
    case .emptyCollection: "EmptyCollection"
    case .invalidRange: "InvalidRange"
    case .missingValue: "UnexpectedNil"
    case .missingKey: "MissingKey"
    case .arithmeticOverflow: "ArithmeticOverflow"
    case .divisionByZero: "DivisionByZero"
    case .unrepresentableValue: "UnrepresentableValue"
    case .failedCast: "FailedCast"
    case .exclusivityViolation: "ExclusivityViolation"
    case .stackOverflow: "StackOverflow"
    case .badAccess: "BadAccess"
    case .aborted: "Aborted"
    case .exited: "Exited"
    case .fatalError: "FatalError"
    case .failedPrecondition: "FailedPrecondition"
    case .unhandledError: "UncaughtError"
    case .memoryLimit: "MemoryLimit"
    case .interrupted: "KeyboardInterrupt"
    case .other: "RuntimeError"
    }
  }
}
