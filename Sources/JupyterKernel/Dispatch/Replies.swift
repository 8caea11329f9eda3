import JupyterProtocol

/// Sends answers back to where the requests came from.
final class Replies: Sendable {
  private let writer: MessageWriter
  private let front: SocketThread
  private let control: SocketThread
  private let log: KernelLog

  init(writer: MessageWriter, front: SocketThread, control: SocketThread, log: KernelLog) {
    self.writer = writer
    self.front = front
    self.control = control
    self.log = log
  }

  /// Answers a request.
  func send(_ content: some Encodable, to request: Request, metadata: [String: JSONValue] = [:]) {
    do {
      let frames = try writer.frames(
        content, type: request.type.reply, to: request.message.identities, parent: request.parent, metadata: metadata)
      thread(of: request.channel).send(.init(channel: request.channel, frames: frames))
    } catch {
      log.note("cannot answer \(request.type): \(JSONCoding.explanation(of: error))")
    }
  }

  private func thread(of channel: Channel) -> SocketThread {
    channel == .control ? control : front
  }
}
