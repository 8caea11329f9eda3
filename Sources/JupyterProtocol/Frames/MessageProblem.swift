/// Why a message that arrived is dropped.
package enum MessageProblem: Error, Equatable {
  case tooManyFrames(Int)
  case noDelimiter(frames: Int)
  case framesMissing(after: Int)
  case wrongSignature
  case replayed
  case unreadableHeader(String)
}

extension MessageProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooManyFrames(let count):
      "it has \(count) frames, more than the \(FramedMessage.mostFrames) that are read"
    case .noDelimiter(let frames):
      "none of its \(frames) frames is the delimiter <IDS|MSG>"
    case .framesMissing(let count):
      "\(count) frames follow the delimiter, where signature, header, parent header, metadata and content were wanted"
    case .wrongSignature:
      "its signature does not belong to its text and the connection file's key"
    case .replayed:
      "a message with the same signature has been read before"
    case .unreadableHeader(let reason):
      "its header cannot be read: \(reason)"
    }
  }
}
