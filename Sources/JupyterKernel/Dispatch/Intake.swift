import CZeroMQ
import JupyterProtocol

/// Takes what arrives on the sockets: reads it, drops what is malformed or forged with a line in the log, and passes on
/// the rest. Nothing that arrives ends the kernel.
struct Intake: Sendable {
  let reader: MessageReader
  let publisher: Publisher
  let dispatcher: Dispatcher
  let log: KernelLog

  func receive(_ channel: Channel, _ frames: [[UInt8]], _ socket: ZeroMQSocket) {
    if channel == .iopub { return subscribe(frames, on: socket) }
    do {
      let message = try reader.message(from: frames)
      dispatcher.take(Request(message: message, channel: channel))
    } catch {
      log.note("dropped a message on \(channel.rawValue): \(error)")
    }
  }

  /// Admits a subscriber, and greets it before anything else reaches it.
  private func subscribe(_ frames: [[UInt8]], on socket: ZeroMQSocket) {
    guard frames.count == 1, let event = frames.first, let kind = event.first else { return }
    let topic = Array(event.dropFirst())
    do {
      guard kind == 1 else {
        if kind == 0 { try socket.set(ZMQ_UNSUBSCRIBE, to: topic) }
        return
      }
      try socket.set(ZMQ_SUBSCRIBE, to: topic)
      guard let subscription = String(validating: topic, as: UTF8.self),
        let welcome = publisher.welcome(to: subscription)
      else { return }
      try socket.send(welcome)
    } catch {
      log.note("cannot serve a subscriber on iopub: \(error)")
    }
  }
}
