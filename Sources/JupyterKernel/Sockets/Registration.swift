import CZeroMQ
import JupyterProtocol

/// Tells the launcher that has left the choice of ports to the kernel which ones the kernel has chosen.
struct Registration {
  let kernelID: String
  let connection: ConnectionFile
  let signer: MessageSigner

  /// How long the launcher may take to acknowledge, in milliseconds.
  private static let patience: Int = 30_000

  /// Sends the ports and waits for the acknowledgement.
  func register(
    _ ports: KernelPorts, at address: String, port: Int, in context: ZeroMQContext
  ) throws(KernelStartError) {
    let endpoint = ConnectionFile.endpoint(.tcp, address: address, port: port)
    do {
      let socket = try ZeroMQSocket(ZMQ_DEALER, in: context)
      defer { socket.close() }
      try socket.connect(to: endpoint)
      let request = RegistrationRequest(
        kernelID: kernelID, transport: connection.transport, address: connection.address, ports: ports)
      try socket.send(try signer.registrationFrames(request))
      var item = zmq_pollitem_t(socket: socket.pointer, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
      guard zmq_poll(&item, 1, Self.patience) > 0, let answer = try socket.receive() else {
        throw KernelStartError.notRegistered(endpoint: endpoint, reason: "no answer within 30 seconds")
      }
      guard signer.acceptsRegistration(answer) else {
        throw KernelStartError.notRegistered(endpoint: endpoint, reason: "the answer's signature is wrong")
      }
    } catch let error as KernelStartError {
      throw error
    } catch {
      throw .notRegistered(endpoint: endpoint, reason: String(describing: error))
    }
  }
}
