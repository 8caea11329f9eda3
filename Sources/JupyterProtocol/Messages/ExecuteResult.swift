/// The value of a cell.
public struct ExecuteResult: MessageContent {
  public static let messageType: MessageType = "execute_result"

  public var executionCount: Int
  public var data: [String: JSONValue]
  public var metadata: [String: JSONValue]

  public init(_ bundle: MIMEBundle, executionCount: Int) {
    self.executionCount = executionCount
    data = bundle.data
    metadata = bundle.metadata
  }

  private enum CodingKeys: String, CodingKey {
    case executionCount = "execution_count"
    case data, metadata
  }
}
