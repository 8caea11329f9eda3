/// How a run ended.
public struct RunOutcome: Sendable, Equatable {
  public var ending: Ending
  /// The variables that have a value now, as indices into `CellRun.variables`.
  public var initialized: [Int]
  /// The type of each initialized variable, fully qualified, for instance `Swift.Array<Cell3.Point>`; same order.
  public var types: [String]
  /// Lines and bytes of output beyond `CellRun.outputLimit`, which were dropped.
  public var hiddenLines: Int
  public var hiddenBytes: Int
  /// Nanoseconds from the call of the entry point to its end.
  public var duration: UInt64
  /// Number of a result that `Out` holds, if the cell ended in an expression with a value: the run's own number.
  public var hasResult: Bool

  public init(
    ending: Ending, initialized: [Int] = [], types: [String] = [], hiddenLines: Int = 0, hiddenBytes: Int = 0,
    duration: UInt64 = 0, hasResult: Bool = false
  ) {
    self.ending = ending
    self.initialized = initialized
    self.types = types
    self.hiddenLines = hiddenLines
    self.hiddenBytes = hiddenBytes
    self.duration = duration
    self.hasResult = hasResult
  }

  public enum Ending: Sendable, Equatable {
    case success
    case failure(RunFailure)
    case interrupted(backtrace: [BacktraceFrame])
  }
}

/// Why a run failed. Facts only; the words for the learner are made in module `Diagnostics`.
public struct RunFailure: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, Equatable {
    /// The Swift runtime or the code stopped the program: an index out of range, `fatalError`, an overflow.
    case trap = 1
    /// An error that was thrown and not caught at the top level of the cell.
    case thrownError
    /// The stack is used up, as with endless recursion.
    case stackOverflow
    /// A read or write at an invalid address.
    case badAccess
    /// The code called `abort()`.
    case abort
    /// The code called `exit()`; `message` is the status.
    case exit
    /// The memory limit was reached.
    case memoryLimit
    /// The library could not be loaded.
    case loading
    /// A floating-point or integer signal that no message explains.
    case arithmetic
  }

  public var kind: Kind
  /// The runtime's own text, if there is one: "Index out of range", the text given to `fatalError`, the description of
  /// the thrown error.
  public var message: String
  /// The type of a thrown error, else empty.
  public var errorType: String
  /// The innermost frame first. The first frame's address is the instruction that failed; the others are return
  /// addresses.
  public var backtrace: [BacktraceFrame]
  /// Whether a thread other than the cell's own failed.
  public var isOnOtherThread: Bool

  public init(
    kind: Kind, message: String = "", errorType: String = "", backtrace: [BacktraceFrame] = [],
    isOnOtherThread: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.errorType = errorType
    self.backtrace = backtrace
    self.isOnOtherThread = isOnOtherThread
  }
}

/// One frame of a backtrace, as the process sees it: a library and an offset in it.
public struct BacktraceFrame: Sendable, Equatable {
  /// The library's path; empty if the address lies in none.
  public var library: String
  /// The address minus the library's load address.
  public var offset: UInt64

  public init(library: String, offset: UInt64) {
    self.library = library
    self.offset = offset
  }
}

/// What is to be known about a variable.
public struct VariableDescription: Sendable, Equatable {
  public var reference: VariableReference
  /// The type as a learner writes it, for instance `[Float]`.
  public var type: String
  /// The value in one short line.
  public var value: String
  /// The shape of a tensor or the count of a collection, else empty.
  public var shape: String
  /// An estimate of the bytes that the value owns.
  public var bytes: Int

  public init(reference: VariableReference, type: String, value: String, shape: String = "", bytes: Int) {
    self.reference = reference
    self.type = type
    self.value = value
    self.shape = shape
    self.bytes = bytes
  }
}
