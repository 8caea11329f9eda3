import CZeroMQ

/// A failure that libzmq has reported.
struct ZeroMQError: Error, Sendable, Equatable {
  let code: Int32

  /// The failure of the call just made on this thread.
  static var last: ZeroMQError { ZeroMQError(code: zmq_errno()) }
}

extension ZeroMQError: CustomStringConvertible {
  var description: String { String(cString: zmq_strerror(code)) }
}
