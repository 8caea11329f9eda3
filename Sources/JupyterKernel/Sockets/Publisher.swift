import JupyterProtocol

/// Sends messages to every front end, on iopub.
final class Publisher: Sendable {
  private let writer: MessageWriter
  private let thread: SocketThread
  private let log: KernelLog

  init(writer: MessageWriter, thread: SocketThread, log: KernelLog) {
    self.writer = writer
    self.thread = thread
    self.log = log
  }

  /// Publishes a message under the request that it belongs to.
  ///
  /// - Parameter subtopic: What stands at the end of the topic, where that is not the message's type.
  func publish<Content: MessageContent>(
    _ content: Content, subtopic: String? = nil, parent: ParentHeader, metadata: [String: JSONValue] = [:],
    buffers: [[UInt8]] = []
  ) {
    publish(
      content, type: Content.messageType, subtopic: subtopic, parent: parent, metadata: metadata, buffers: buffers)
  }

  func publish(
    _ content: some Encodable, type: MessageType, subtopic: String? = nil, parent: ParentHeader,
    metadata: [String: JSONValue] = [:], buffers: [[UInt8]] = []
  ) {
    let topic = "kernel.\(writer.session).\(subtopic ?? type.rawValue)"
    do {
      let frames = try writer.frames(
        content, type: type, to: [Array(topic.utf8)], parent: parent, metadata: metadata, buffers: buffers)
      thread.send(.init(channel: .iopub, frames: frames))
    } catch {
      log.note("cannot publish \(type): \(JSONCoding.explanation(of: error))")
    }
  }

  /// The greeting of a new subscriber.
  func welcome(to subscription: String) -> [[UInt8]]? {
    try? writer.frames(
      IOPubWelcome(subscription: subscription), type: IOPubWelcome.messageType, to: [Array(subscription.utf8)],
      parent: .none)
  }
}
