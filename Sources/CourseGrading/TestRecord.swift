import Foundation

/// A record of Swift Testing's event stream, as far as grading needs it. Everything else in it is passed over.
struct TestRecord: Decodable, Sendable {
  struct Payload: Decodable, Sendable {
    var kind: String
    /// Of a test: its function with parentheses.
    var name: String?
    /// Of a test.
    var id: String?
    /// Of an event.
    var testID: String?
    var issue: Issue?
    var messages: [Message]?
  }

  struct Issue: Decodable, Sendable {
    var isKnown: Bool?
    var severity: String?
  }

  struct Message: Decodable, Sendable {
    var symbol: String?
    var text: String
  }

  var kind: String
  var payload: Payload

  init?(_ text: String) {
    guard let record = try? JSONDecoder().decode(TestRecord.self, from: Data(text.utf8)) else { return nil }
    self = record
  }
}
