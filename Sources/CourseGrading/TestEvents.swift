/// What the records of a run say of each test function.
struct TestEvents: Sendable {
  enum State: Sendable, Equatable {
    case running
    case passed
    case failed
  }

  private var names: [String: String] = [:]
  private(set) var states: [String: State] = [:]
  private(set) var details: [String: [String]] = [:]
  /// The functions that Swift Testing has found.
  private(set) var found: Set<String> = []

  init(_ records: [String]) {
    for record in records.compactMap(TestRecord.init) { add(record) }
  }

  private mutating func add(_ record: TestRecord) {
    let payload = record.payload
    if record.kind == "test" {
      guard payload.kind == "function", let id = payload.id, let name = payload.name else { return }
      let function = String(name.prefix { $0 != "(" })
      names[id] = function
      found.insert(function)
      return
    }
    guard record.kind == "event", let id = payload.testID, let name = names[id] else { return }
    switch payload.kind {
    case "testStarted": states[name] = .running
    case "issueRecorded":
      guard payload.issue?.isKnown != true, payload.issue?.severity != "warning" else { return }
      details[name, default: []] += Self.words(payload.messages ?? [])
    case "testEnded": states[name] = details[name] == nil ? .passed : .failed
    case "testSkipped", "testCancelled":
      states[name] = .failed
      details[name, default: []].append("the check was not carried out")
    default: break
    }
  }

  private static func words(_ messages: [TestRecord.Message]) -> [String] {
    let texts = messages.map(\.text).map { text in
      text.hasPrefix("Caught error: ") ? String(text.dropFirst("Caught error: ".count)) : text
    }
    return texts.filter { $0 != "Issue recorded" }
  }
}
