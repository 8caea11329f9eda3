import CZeroMQ
import Synchronization

/// The one thread that touches a group of sockets.
///
/// Others leave messages in a queue. What they leave is sent in the order in which they left it, across all the sockets
/// of the group; the order of a cell's output and its reply rests on this.
final class SocketThread: Sendable {
  /// What is done with a message that arrives. Runs on the thread that owns the socket, and must not take long.
  typealias Receiver = @Sendable (_ channel: Channel, _ frames: [[UInt8]], _ socket: ZeroMQSocket) -> Void

  /// A message to be sent.
  struct Outgoing: Sendable {
    let channel: Channel
    let frames: [[UInt8]]
    /// Called when nobody of the message's address is connected.
    var unreachable: (@Sendable () -> Void)?
  }

  private struct Mailbox {
    var messages: [Outgoing] = []
    var isStopped = false
  }

  private let sockets: [(channel: Channel, socket: ZeroMQSocket)]
  private let mailbox = Mutex(Mailbox())
  private let wakeUp: WakeUp
  private let log: KernelLog

  init(_ sockets: [(channel: Channel, socket: ZeroMQSocket)], log: KernelLog) throws(SystemError) {
    self.sockets = sockets
    self.log = log
    wakeUp = try WakeUp()
  }

  /// Starts the thread, which from now on owns the sockets.
  func start(receive: @escaping Receiver) throws(SystemError) -> KernelThread {
    try KernelThread { self.run(receive) }
  }

  /// Leaves a message to be sent.
  func send(_ message: Outgoing) {
    let wasEmpty = mailbox.withLock { mailbox in
      mailbox.messages.append(message)
      return mailbox.messages.count == 1
    }
    if wasEmpty { wakeUp.signal() }
  }

  /// The messages that are left and not yet sent.
  var waitingMessages: [Outgoing] { mailbox.withLock { $0.messages } }

  /// Ends the thread once all messages left so far are sent.
  func stop() {
    mailbox.withLock { $0.isStopped = true }
    wakeUp.signal()
  }

  private func run(_ receive: Receiver) {
    var items = sockets.map {
      zmq_pollitem_t(socket: $0.socket.pointer, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
    }
    items.append(zmq_pollitem_t(socket: nil, fd: wakeUp.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
    while sendWhatWaits() {
      guard zmq_poll(&items, Int32(items.count), -1) >= 0 || zmq_errno() == EINTR else { break }
      for (item, (channel, socket)) in zip(items, sockets) where item.revents & Int16(ZMQ_POLLIN) != 0 {
        receiveWhatWaits(on: channel, socket, receive)
      }
    }
    for (_, socket) in sockets { socket.close() }
  }

  /// How many messages are read from one socket before the others have their turn.
  private static let fairShare = 64

  private func receiveWhatWaits(on channel: Channel, _ socket: ZeroMQSocket, _ receive: Receiver) {
    for _ in 0..<Self.fairShare {
      do {
        guard let frames = try socket.receive() else { return }
        receive(channel, frames, socket)
      } catch {
        log.note("cannot read from \(channel.rawValue): \(error)")
        return
      }
    }
  }

  /// Returns whether the thread goes on.
  private func sendWhatWaits() -> Bool {
    wakeUp.clear()
    let (messages, isStopped) = mailbox.withLock { mailbox in
      let waiting = mailbox.messages
      mailbox.messages = []
      return (waiting, mailbox.isStopped)
    }
    for message in messages {
      guard let (_, socket) = sockets.first(where: { $0.channel == message.channel }) else { continue }
      do {
        try socket.send(message.frames)
      } catch {
        guard let unreachable = message.unreachable, error.code == EHOSTUNREACH else {
          log.note("cannot send on \(message.channel.rawValue): \(error)")
          continue
        }
        unreachable()
      }
    }
    return !isStopped
  }
}
