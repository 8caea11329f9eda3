import Synchronization

/// Reads the frames that arrive on any socket of a kernel, and refuses what is malformed, forged or replayed.
package final class MessageReader: Sendable {
  private let signer: MessageSigner
  private let history = Mutex(SignatureHistory())

  package init(signer: MessageSigner) {
    self.signer = signer
  }

  /// The message that the frames hold.
  package func message(from frames: [[UInt8]]) throws(MessageProblem) -> IncomingMessage {
    let framed = try FramedMessage(frames: frames)
    guard signer.accepts(framed) else { throw .wrongSignature }
    if signer.isEnabled {
      guard history.withLock({ $0.insert(framed.signature) }) else { throw .replayed }
    }
    return try IncomingMessage(framed)
  }
}
