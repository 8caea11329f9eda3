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
}
