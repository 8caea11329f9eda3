import CZeroMQ
import JupyterProtocol

/// A socket of libzmq.
///
/// libzmq lets a socket move to another thread but never be used by two. Sockets are made and bound on the starting
/// thread and then handed to the one thread that owns them from then on, which is why this may cross threads unchecked.
final class ZeroMQSocket: @unchecked Sendable {
  /// The largest frame that is read, in bytes.
  static let largestFrame: Int64 = 256 << 20

  let pointer: UnsafeMutableRawPointer

  init(_ type: Int32, in context: ZeroMQContext) throws(ZeroMQError) {
    guard let pointer = zmq_socket(context.pointer, type) else { throw .last }
    self.pointer = pointer
    try set(ZMQ_MAXMSGSIZE, to: Self.largestFrame)
    try set(ZMQ_LINGER, to: Int32(1_000))
  }

  func set(_ option: Int32, to value: Int32) throws(ZeroMQError) {
    var value = value
    guard zmq_setsockopt(pointer, option, &value, MemoryLayout<Int32>.size) == 0 else { throw .last }
  }

  func set(_ option: Int32, to value: Int64) throws(ZeroMQError) {
    var value = value
    guard zmq_setsockopt(pointer, option, &value, MemoryLayout<Int64>.size) == 0 else { throw .last }
  }

  func set(_ option: Int32, to bytes: [UInt8]) throws(ZeroMQError) {
    guard zmq_setsockopt(pointer, option, bytes, bytes.count) == 0 else { throw .last }
  }

  /// Makes this the server of encrypted connections.
  func encrypt(with keys: EncryptionKeys) throws(ZeroMQError) {
    try set(ZMQ_CURVE_SERVER, to: Int32(1))
    try set(ZMQ_CURVE_SECRETKEY, to: Array(keys.secretKey.utf8))
  }

  func bind(to endpoint: String) throws(ZeroMQError) {
    guard zmq_bind(pointer, endpoint) == 0 else { throw .last }
  }

  func connect(to endpoint: String) throws(ZeroMQError) {
    guard zmq_connect(pointer, endpoint) == 0 else { throw .last }
  }

  /// The address that the socket is bound to, with the port that the system has chosen.
  func boundEndpoint() throws(ZeroMQError) -> String {
    var buffer = [CChar](repeating: 0, count: 1_024)
    var length = buffer.count
    guard zmq_getsockopt(pointer, ZMQ_LAST_ENDPOINT, &buffer, &length) == 0 else { throw .last }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The next message's frames, or nil when none has arrived.
  func receive() throws(ZeroMQError) -> [[UInt8]]? {
    try receive(firstFrame: ZMQ_DONTWAIT)
  }

  /// The next message's frames, waited for until the context is shut down.
  func waitForMessage() throws(ZeroMQError) -> [[UInt8]] {
    try receive(firstFrame: 0) ?? []
  }

  private func receive(firstFrame flags: Int32) throws(ZeroMQError) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    while true {
      var message = zmq_msg_t()
      zmq_msg_init(&message)
      defer { zmq_msg_close(&message) }
      guard zmq_msg_recv(&message, pointer, frames.isEmpty ? flags : 0) >= 0 else {
        let error = ZeroMQError.last
        if error.code == EAGAIN { return nil }
        if error.code == EINTR { continue }
        throw error
      }
      let bytes = UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: zmq_msg_size(&message))
      frames.append(Array(bytes))
      if zmq_msg_more(&message) == 0 { return frames }
    }
  }

  /// Sends the frames as one message.
  func send(_ frames: [[UInt8]]) throws(ZeroMQError) {
    for (position, frame) in frames.enumerated() {
      let flags = position + 1 < frames.count ? ZMQ_SNDMORE : 0
      while zmq_send(pointer, frame, frame.count, flags) < 0 {
        let error = ZeroMQError.last
        guard error.code == EINTR else { throw error }
      }
    }
  }

  func close() {
    zmq_close(pointer)
  }
}
