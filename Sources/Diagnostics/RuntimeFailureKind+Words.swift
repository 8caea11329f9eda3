extension RuntimeFailureKind {
  /// The headline if nothing better is known.
  var headline: String {
    switch self {
    case .indexOutOfRange: "Index out of range"
    case .emptyCollection: "There is nothing left to remove"
    case .invalidRange: "The range ends before it begins"
    case .missingValue: "Unexpectedly found nil while unwrapping an Optional value"
    case .missingKey: "The dictionary has no such key"
    case .arithmeticOverflow: "Arithmetic overflow"
    case .divisionByZero: "Division by zero"
    case .unrepresentableValue: "The value does not fit into the type"
    case .failedCast: "The value is not of that type"
    case .exclusivityViolation: "Two accesses to one variable at the same time"
    case .stackOverflow: "Too many calls within calls"
    case .badAccess: "Access to memory that does not belong to the program"
    case .aborted: "The code called abort()"
    case .exited(let code): "The code called exit(\(code))"
    case .fatalError: "Fatal error"
    case .failedPrecondition: "A precondition does not hold"
    case .unhandledError: "An error was thrown and nobody caught it"
    case .memoryLimit: "The memory limit is reached"
    case .interrupted: "Interrupted"
    case .other: "The code stopped"
    }
  }

  /// What a line shows more exactly than the kind of failure alone; `nil` if it shows nothing.
  ///
  /// - Parameter line: The source line that failed.
  func explanation(in line: String) -> String? {
    let code = line.codeAlone
    switch self {
    case .invalidRange where code.contains(".count - ") || code.contains(".count-"):
      return "Is the collection empty, or too short? Then `count - 1` is below the beginning of the range. "
        + "Ask `if values.isEmpty { … }` first."
    case .indexOutOfRange where code.contains("[-"):
      return "An array does not count from the end: the last element is `values.last`, or `values[values.count - 1]`. "
        + "A tensor does: its last row is `x[-1]`."
    default: return nil
    }
  }

  /// One or two sentences for someone who meets it for the first time; `nil` if the headline says it all.
  var explanation: String? {
    switch self {
    case .indexOutOfRange:
      "An array of `n` elements has the places 0 to n - 1. Ask `values.indices.contains(i)`, or walk with `for value in values`."
    case .emptyCollection:
      "The collection was already empty. Ask `values.isEmpty` first, or use `popLast()`, which gives `nil` instead."
    case .invalidRange:
      "A range runs upwards: `a..<b` needs `a <= b`. To count down, write `stride(from: 10, to: 0, by: -1)`."
    case .missingValue:
      "`!` promises that a value is there, and there was none. `if let x { … }` or `x ?? 0` handles both cases."
    case .missingKey:
      "`values[key]` is `nil` where there is no such key. Write `values[key] ?? 0` or `values[key, default: 0]`."
    case .arithmeticOverflow:
      "The result does not fit into the type: an `Int` ends at 9,223,372,036,854,775,807. Use `Double`, or `&+`, `&-`, `&*` to wrap around."
    case .divisionByZero:
      "A whole number cannot be divided by zero. Check the divisor first: `if n != 0 { … }`."
    case .unrepresentableValue:
      "The new type has no room for this value. `Int(exactly: x)` gives `nil` instead of stopping, `UInt8(clamping: x)` the nearest value."
    case .failedCast:
      "`as!` promises the type, and the value is of another one. `as?` gives `nil` in that case: `if let text = value as? String { … }`."
    case .exclusivityViolation:
      "The variable was read or changed while another change of it was under way. Finish the first, or work on a copy."
    case .stackOverflow:
      "A function called itself again and again and never came to an end. It needs a case in which it returns without calling itself."
    case .badAccess:
      "An unsafe pointer led to memory that is not there: it was null, already freed, or beyond the end of its buffer."
    case .aborted:
      "`abort()` ends the whole program; here it ends only this code. C libraries call it when something is badly wrong."
    case .exited:
      "`exit` ends the whole program; here it ends only this code. To leave a function, write `return`."
    case .unhandledError:
      "Wrap the call to deal with the error: `do { try … } catch { print(error) }`."
    case .memoryLimit:
      "The code asked for more memory than it may have, so it was stopped before the machine suffered. Work on smaller pieces at a time."
    case .fatalError, .failedPrecondition, .interrupted, .other:
      nil
    }
  }
}
