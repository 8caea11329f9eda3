import CZeroMQ

/// The part of libzmq that owns the sockets' background threads.
final class ZeroMQContext: @unchecked Sendable {
  // libzmq documents that a context may be shared between threads without locks.
  let pointer: UnsafeMutableRawPointer

  init() throws(ZeroMQError) {
    guard let pointer = zmq_ctx_new() else { throw .last }
    self.pointer = pointer
  }

  /// Makes every blocking call on a socket of this context return.
  func shutDown() {
    zmq_ctx_shutdown(pointer)
  }

  /// Waits until all sockets are closed and what they still had to send is sent.
  func terminate() {
    while zmq_ctx_term(pointer) != 0, zmq_errno() == EINTR {}
  }
}
