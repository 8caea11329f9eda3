/// Tells every front end what the kernel is at.
public struct KernelStatus: MessageContent {
  public static let messageType: MessageType = "status"

  public var executionState: ExecutionState

  public init(executionState: ExecutionState) {
    self.executionState = executionState
  }

  private enum CodingKeys: String, CodingKey {
    case executionState = "execution_state"
  }
}
