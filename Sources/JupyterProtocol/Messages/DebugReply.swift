/// The answer to a request of the Debug Adapter Protocol from a kernel that has no debugger.
package struct DebugReply: Encodable, Sendable {
  package var type = "response"
  package var sequence: Int
  package var command: String
  package var success = false
  package var message: String

  package init(refusing request: DebugRequest, because message: String) {
    sequence = request.sequence
    command = request.command
    self.message = message
  }

  private enum CodingKeys: String, CodingKey {
    case type
    case sequence = "request_seq"
    case command, success, message
  }
}
