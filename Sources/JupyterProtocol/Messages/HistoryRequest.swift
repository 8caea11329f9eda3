/// Asks for code that was run before.
public struct HistoryRequest: MessageContent {
  public static let messageType: MessageType = "history_request"

  /// Which entries are wanted.
  public var access: HistoryAccess
  /// Whether each entry comes with its output.
  public var output: Bool
  /// Whether the code is wanted as typed; a language without rewriting has only one form.
  public var raw: Bool

  public init(access: HistoryAccess, output: Bool = false, raw: Bool = true) {
    self.access = access
    self.output = output
    self.raw = raw
  }

  private enum CodingKeys: String, CodingKey {
    case output, raw
    case accessType = "hist_access_type"
    case session, start, stop
    case count = "n"
    case pattern, unique
  }
}

extension HistoryRequest {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    output = try fields.decodeIfPresent(Bool.self, forKey: .output) ?? false
    raw = try fields.decodeIfPresent(Bool.self, forKey: .raw) ?? true
    let count = try fields.decodeIfPresent(Int.self, forKey: .count)
    switch try fields.decode(String.self, forKey: .accessType) {
    case "tail":
      access = .tail(count: count ?? 10)
    case "range":
      access = .range(
        session: try fields.decodeIfPresent(Int.self, forKey: .session) ?? 0,
        start: try fields.decodeIfPresent(Int.self, forKey: .start) ?? 1,
        stop: try fields.decodeIfPresent(Int.self, forKey: .stop))
    case "search":
      access = .search(
        pattern: try fields.decodeIfPresent(String.self, forKey: .pattern) ?? "*", count: count,
        unique: try fields.decodeIfPresent(Bool.self, forKey: .unique) ?? false)
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .accessType, in: fields,
        debugDescription: "hist_access_type is \"\(other)\", where \"tail\", \"range\" or \"search\" was wanted")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(output, forKey: .output)
    try fields.encode(raw, forKey: .raw)
    switch access {
    case .tail(let count):
      try fields.encode("tail", forKey: .accessType)
      try fields.encode(count, forKey: .count)
    case .range(let session, let start, let stop):
      try fields.encode("range", forKey: .accessType)
      try fields.encode(session, forKey: .session)
      try fields.encode(start, forKey: .start)
      try fields.encodeIfPresent(stop, forKey: .stop)
    case .search(let pattern, let count, let unique):
      try fields.encode("search", forKey: .accessType)
      try fields.encode(pattern, forKey: .pattern)
      try fields.encodeIfPresent(count, forKey: .count)
      try fields.encode(unique, forKey: .unique)
    }
  }
}
