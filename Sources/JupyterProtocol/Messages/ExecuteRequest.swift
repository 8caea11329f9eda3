/// Asks the kernel to run code.
public struct ExecuteRequest: MessageContent {
  public static let messageType: MessageType = "execute_request"

  /// The code; may be empty.
  public var code: String
  /// Whether nothing is to be broadcast, counted or remembered.
  public var silent: Bool
  /// Whether the run counts and is remembered; never when silent.
  public var storeHistory: Bool
  /// Expressions to evaluate after a success, by a name of the asker's choice.
  public var userExpressions: [String: String]
  /// Whether the code may ask the front end's user for input.
  public var allowStdin: Bool
  /// Whether an error also ends the requests that are queued behind this one.
  public var stopOnError: Bool

  public init(
    code: String, silent: Bool = false, storeHistory: Bool = true, userExpressions: [String: String] = [:],
    allowStdin: Bool = false, stopOnError: Bool = true
  ) {
    self.code = code
    self.silent = silent
    self.storeHistory = storeHistory
    self.userExpressions = userExpressions
    self.allowStdin = allowStdin
    self.stopOnError = stopOnError
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case silent
    case storeHistory = "store_history"
    case userExpressions = "user_expressions"
    case allowStdin = "allow_stdin"
    case stopOnError = "stop_on_error"
  }
}

extension ExecuteRequest {
  /// Reads a request; what a front end leaves out has its usual value.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    code = try fields.decode(String.self, forKey: .code)
    silent = try fields.decodeIfPresent(Bool.self, forKey: .silent) ?? false
    storeHistory = try fields.decodeIfPresent(Bool.self, forKey: .storeHistory) ?? true
    userExpressions = try fields.decodeIfPresent([String: String].self, forKey: .userExpressions) ?? [:]
    allowStdin = try fields.decodeIfPresent(Bool.self, forKey: .allowStdin) ?? false
    stopOnError = try fields.decodeIfPresent(Bool.self, forKey: .stopOnError) ?? true
  }
}
