/// Empties the output of a cell.
public struct ClearOutput: MessageContent {
  public static let messageType: MessageType = "clear_output"

  /// Whether the old output stays until there is new output.
  public var wait: Bool

  public init(wait: Bool) {
    self.wait = wait
  }
}
