import CZeroMQ
import JupyterProtocol

/// The five sockets of a kernel, bound and not yet handed to their threads.
struct KernelSockets {
  let context: ZeroMQContext
  let shell: ZeroMQSocket
  let control: ZeroMQSocket
  let stdin: ZeroMQSocket
  let iopub: ZeroMQSocket
  let heartbeat: ZeroMQSocket
  /// The ports as they are bound, with those that the system has chosen.
  private(set) var ports: KernelPorts

  /// Messages that may wait for one slow subscriber before some are dropped.
  private static let longestOutputQueue: Int32 = 200_000

  init(connection: ConnectionFile, ports wanted: KernelPorts) throws(KernelStartError) {
    do {
      context = try ZeroMQContext()
      shell = try Self.socket(ZMQ_ROUTER, context, connection)
      control = try Self.socket(ZMQ_ROUTER, context, connection)
      stdin = try Self.socket(ZMQ_ROUTER, context, connection)
      iopub = try Self.socket(ZMQ_XPUB, context, connection)
      heartbeat = try Self.socket(ZMQ_REP, context, connection)
      // Nobody at the other end is an error, so that a cell does not wait for an answer that cannot come.
      try stdin.set(ZMQ_ROUTER_MANDATORY, to: Int32(1))
      // A subscription takes effect only when the kernel says so: after that comes the welcome, before anything else.
      try iopub.set(ZMQ_XPUB_MANUAL, to: Int32(1))
      try iopub.set(ZMQ_SNDHWM, to: Self.longestOutputQueue)
    } catch {
      throw .sockets(error.description)
    }
    ports = KernelPorts(
      shell: try Self.bind(shell, "shell", connection, wanted.shell),
      control: try Self.bind(control, "control", connection, wanted.control),
      stdin: try Self.bind(stdin, "stdin", connection, wanted.stdin),
      iopub: try Self.bind(iopub, "iopub", connection, wanted.iopub),
      heartbeat: try Self.bind(heartbeat, "heartbeat", connection, wanted.heartbeat))
  }

  private static func socket(
    _ type: Int32, _ context: ZeroMQContext, _ connection: ConnectionFile
  ) throws(ZeroMQError) -> ZeroMQSocket {
    let socket = try ZeroMQSocket(type, in: context)
    if connection.address.contains(":") { try socket.set(ZMQ_IPV6, to: Int32(1)) }
    if let keys = connection.encryption { try socket.encrypt(with: keys) }
    return socket
  }

  private static func bind(
    _ socket: ZeroMQSocket, _ name: String, _ connection: ConnectionFile, _ port: Int
  ) throws(KernelStartError) -> Int {
    let endpoint =
      connection.transport == .tcp && port == 0
      ? connection.endpoint(port: 0).replacingSuffix(":0", with: ":*") : connection.endpoint(port: port)
    do {
      try socket.bind(to: endpoint)
      guard port == 0, connection.transport == .tcp else { return port }
      return try socket.boundEndpoint().split(separator: ":").last.flatMap { Int($0) } ?? 0
    } catch {
      throw .cannotListen(socket: name, endpoint: endpoint, reason: error.description)
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
