/// Why bytes are no message of the worker's protocol.
package enum MalformedMessage: Error, Equatable, Sendable {
  /// The message ends before its last field.
  case truncated
  /// This many bytes follow the last field.
  case excessBytes(Int)
  /// A text is not UTF-8.
  case invalidText
  /// A number has no meaning at its place.
  case unknownValue(Int, of: String)
  /// A frame announces more bytes than a message may have.
  case tooLong(Int)
}

extension MalformedMessage: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated: "the message ends too early"
    case .excessBytes(let count): "the message has \(count) bytes too many"
    case .invalidText: "a text in the message is not UTF-8"
    case .unknownValue(let value, let kind): "\(value) is no \(kind)"
    case .tooLong(let count): "the message has \(count) bytes, more than \(WorkerConnection.longestMessage)"
    }
  }
}
