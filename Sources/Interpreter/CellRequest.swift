/// A cell to run.
public struct CellRequest: Sendable {
  /// The number that the learner sees beside the cell.
  public var number: Int
  public var code: String
  /// Whether `readLine()` may ask somebody.
  public var allowsInput: Bool
  /// Whether the cell goes into the history and its value into `Out`.
  public var isStored: Bool
  /// Whether an interrupt was meant for this cell before the session could know of it.
  public var isInterrupted: @Sendable () -> Bool

  public init(
    number: Int, code: String, allowsInput: Bool = true, isStored: Bool = true,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.number = number
    self.code = code
    self.allowsInput = allowsInput
    self.isStored = isStored
    self.isInterrupted = isInterrupted
  }
}

/// How a cell went.
public struct CellResult: Sendable {
  public enum Ending: Sendable {
    case success
    case failure(CellFailure)
    case interrupted(CellFailure)
  }

  public var ending: Ending
  public var timings: CellTimings

  public init(ending: Ending, timings: CellTimings = CellTimings()) {
    self.ending = ending
    self.timings = timings
  }

  /// What went wrong, if anything did.
  public var failure: CellFailure? {
    switch ending {
    case .success: nil
    case .failure(let failure), .interrupted(let failure): failure
    }
  }
}

/// Why a cell did not come to its end.
public struct CellFailure: Sendable, Equatable {
  /// A name for the kind of failure, for instance `CompileError` or `IndexOutOfRange`.
  public var name: String
  /// The failure in one line.
  public var message: String
  /// The whole report: lines of text, plain and with colours.
  public var report: Notice

  public init(name: String, message: String, report: Notice) {
    self.name = name
    self.message = message
    self.report = report
  }

  public init(name: String, message: String) {
    self.init(name: name, message: message, report: Notice(plain: message, colored: "\u{1B}[1m\(message)\u{1B}[0m"))
  }
}

/// Where the time of a cell went.
public struct CellTimings: Sendable, Equatable {
  public var compile: Duration = .zero
  public var link: Duration = .zero
  public var run: Duration = .zero
  /// Whether the library was there already.
  public var isCached = false

  public init() {}
}
