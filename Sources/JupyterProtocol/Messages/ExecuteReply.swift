/// How a run of code has ended.
public struct ExecuteReply: MessageContent {
  public static let messageType: MessageType = "execute_reply"

  /// The number of the run; sent with errors too, or front ends wait for it for ever.
  public var executionCount: Int
  /// What went wrong, absent after a success.
  public var error: ErrorOutput?
  public var payload: [Payload]
  /// The values of the expressions that the request had asked for.
  public var userExpressions: [String: UserExpressionValue]

  public init(
    executionCount: Int, error: ErrorOutput? = nil, payload: [Payload] = [],
    userExpressions: [String: UserExpressionValue] = [:]
  ) {
    self.executionCount = executionCount
    self.error = error
    self.payload = payload
    self.userExpressions = userExpressions
  }

  private enum CodingKeys: String, CodingKey {
    case status
    case executionCount = "execution_count"
    case payload
    case userExpressions = "user_expressions"
  }
}

extension ExecuteReply {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    executionCount = try fields.decode(Int.self, forKey: .executionCount)
    payload = try fields.decodeIfPresent([Payload].self, forKey: .payload) ?? []
    userExpressions =
      try fields.decodeIfPresent([String: UserExpressionValue].self, forKey: .userExpressions) ?? [:]
    error = try fields.decode(String.self, forKey: .status) == "ok" ? nil : ErrorOutput(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(error == nil ? "ok" : "error", forKey: .status)
    try fields.encode(executionCount, forKey: .executionCount)
    try fields.encode(payload, forKey: .payload)
    try fields.encode(userExpressions, forKey: .userExpressions)
    try error?.encode(to: encoder)
  }
}
