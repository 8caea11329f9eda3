import CZeroMQ

/// Sends back every byte that arrives, at once, so that front ends know that the kernel lives.
enum Heartbeat {
  /// Starts the thread, which ends when the context is shut down.
  static func start(on socket: ZeroMQSocket) throws(SystemError) -> KernelThread {
    try KernelThread {
      while let beat = try? socket.waitForMessage(), (try? socket.send(beat)) != nil {}
      socket.close()
    }
  }
}
