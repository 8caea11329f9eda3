import CZeroMQ

/// Sends back every byte that arrives, at once, so that front ends know that the kernel lives.
enum Heartbeat {
  /// Starts the thread, which ends when the context is shut down.
  static func start(on socket: ZeroMQSocket) throws(SystemError) -> KernelThread {
    try KernelThread {
      // The proxy passes all that arrives on its front to its back; with one REP socket as both, that is an echo.
      while zmq_proxy(socket.pointer, socket.pointer, nil) != 0, zmq_errno() == EINTR {}
      socket.close()
    }
  }
}
