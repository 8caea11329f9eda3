/// A cell to run.
public struct Execution: Sendable {
  /// The number in the prompt.
  public let number: Int
  public let code: String
  /// Whether the run is meant to leave no trace; its output and value are not sent.
  public let isSilent: Bool
  /// Whether the run counts and is remembered.
  public let storesHistory: Bool
  /// The subshell on which the cell runs, nil for the main one. Cells of different subshells may run at once.
  public let subshell: String?
  /// The front end's own identifier of the cell, where it sends one.
  public let cellIdentifier: String?
  /// Where the cell's output goes, also after its end.
  public let output: CellOutput

  /// Whether somebody can be asked for input.
  public var allowsInput: Bool { output.input.isAllowed }

  /// Whether an interrupt has come since the cell began.
  ///
  /// An interrupt may come in the very moment in which a language begins with a cell. A language that has made itself
  /// ready for ``Language/interrupt()`` asks once here, and then misses none.
  public var isInterrupted: Bool { output.record.isInterrupted }
}
