/// Tells every front end which code runs.
public struct ExecuteInput: MessageContent {
  public static let messageType: MessageType = "execute_input"

  public var code: String
  public var executionCount: Int

  public init(code: String, executionCount: Int) {
    self.code = code
    self.executionCount = executionCount
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case executionCount = "execution_count"
  }
}
