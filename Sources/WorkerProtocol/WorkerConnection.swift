import Glibc
import Synchronization

/// One end of the socket between the kernel and the worker. A frame is the length of a message in four bytes,
/// little-endian, and the message.
///
/// One thread receives; any thread sends.
package final class WorkerConnection: Sendable {
  /// The name of the environment variable that tells the worker the number of its socket.
  package static let environmentName = "GLASSBOX_WORKER_CHANNEL"
  /// The most bytes that a message may have.
  package static let longestMessage = 1 << 28

  package enum Failure: Error, Equatable {
    /// The other side is gone.
    case closed
    /// The call of the operating system failed with this `errno`.
    case system(Int32)
    case malformed(MalformedMessage)
  }

  private let descriptor: Int32
  private let sending = Mutex(())

  /// Takes over a connected stream socket and closes it at the end. Children do not inherit it.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// Two connected ends: the first for this process, the second, a bare descriptor that survives `exec`, for the worker.
  package static func pair() throws(Failure) -> (WorkerConnection, worker: Int32) {
    var descriptors: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &descriptors) == 0 else { throw .system(errno) }
    return (WorkerConnection(descriptor: descriptors[0]), worker: descriptors[1])
  }

  package func send(_ message: some WorkerMessage) throws(Failure) {
    try send(encoded: message.encoded)
  }

  /// Sends a message whose bytes were made before.
  package func send(encoded message: [UInt8]) throws(Failure) {
    guard message.count <= Self.longestMessage else { throw .malformed(.tooLong(message.count)) }
    var frame = ByteWriter()
    frame.write(UInt32(message.count))
    let bytes = frame.bytes + message
    let failure = sending.withLock { _ in Self.sendAll(bytes, to: descriptor) }
    if let failure { throw failure }
  }

  /// Waits for the next message; `nil` means that the other side has closed the connection.
  package func receive<Message: WorkerMessage>(_: Message.Type = Message.self) throws(Failure) -> Message? {
    guard let header = try receive(count: 4, isFirst: true) else { return nil }
    let count = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count <= Self.longestMessage else { throw .malformed(.tooLong(count)) }
    guard let bytes = try receive(count: count, isFirst: false) else { throw .closed }
    do {
      return try Message(decoding: bytes)
    } catch {
      throw .malformed(error)
    }
  }

  /// Wakes the thread that receives and makes every later call fail.
  package func shutdown() {
    _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private static func sendAll(_ bytes: [UInt8], to descriptor: Int32) -> Failure? {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let rest = buffer[start...]
        let count = Glibc.send(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count >= 0 {
          start += count
        } else if errno == EPIPE || errno == ECONNRESET {
          return .closed
        } else if errno != EINTR {
          return .system(errno)
        }
      }
      return nil
    }
  }

  /// Receives piece by piece, so that a length that lies costs no memory.
  private func receive(count: Int, isFirst: Bool) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let wanted = min(count - bytes.count, 1 << 20)
      let (piece, error) = Self.receivePiece(atMost: wanted, from: descriptor)
      if piece.isEmpty {
        if error == EINTR { continue }
        if error != 0, error != ECONNRESET { throw .system(error) }
        if isFirst, bytes.isEmpty { return nil }
        throw .closed
      }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  private static func receivePiece(atMost wanted: Int, from descriptor: Int32) -> ([UInt8], error: Int32) {
    var error: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let received = recv(descriptor, buffer.baseAddress, wanted, 0)
      if received < 0 { error = errno }
      count = max(received, 0)
    }
    return (piece, error)
  }
}
