/// A cell to run.
public struct CellRequest: Sendable {
  /// The number that the learner sees beside the cell.
  public var number: Int
  public var code: String
  /// Whether `readLine()` may ask somebody.
  public var allowsInput: Bool
  /// Whether the cell goes into the history and its value into `Out`.
  public var isStored: Bool
  /// How long the code may run; the time for its compilation does not count.
  public var timeLimit: Duration?
  /// Whether an interrupt was meant for this cell before the session could know of it.
  public var isInterrupted: @Sendable () -> Bool

  public init(
    number: Int, code: String, allowsInput: Bool = true, isStored: Bool = true,
    timeLimit: Duration? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.number = number
    self.code = code
    self.allowsInput = allowsInput
    self.isStored = isStored
    self.timeLimit = timeLimit
    self.isInterrupted = isInterrupted
  }
}
