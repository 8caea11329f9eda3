import CZeroMQ
import FoundationEssentials
import Glibc
import JupyterProtocol

/// A Jupyter kernel: serves one language to any number of front ends until it is asked to end.
public struct Kernel: Sendable {
  private let language: any Language
  private let connection: ConnectionFile
  private let historyPath: String
  private let log: KernelLog

  /// - Parameters:
  ///   - language: What runs the cells.
  ///   - connection: Where to listen, and the secrets to share.
  ///   - historyPath: The database of past cells; left out, one in Jupyter's data folder.
  public init(language: any Language, connection: ConnectionFile, historyPath: String? = nil) {
    self.language = language
    self.connection = connection
    self.historyPath = historyPath ?? JupyterFolders.data() + "/glassbox/history.sqlite"
    log = KernelLog(name: language.information.implementation)
  }

  /// Serves front ends, and returns when one of them, a signal or the parent's end has ended the kernel.
  public func run() async throws(KernelStartError) {
    if connection.encryption != nil, zmq_has("curve") == 0 { throw .noEncryption }
    let signer = MessageSigner(scheme: connection.signatureScheme, key: Array(connection.key.utf8))
    switch connection.rendezvous {
    case .ports(let ports):
      try await serve(KernelSockets(connection: connection, ports: ports), signer)
    case .registration(let kernelID, let address, let port):
      let sockets = try KernelSockets(connection: connection, ports: .free)
      let file = writeConnectionFile(kernelID: kernelID, ports: sockets.ports)
      defer { if let file { unlink(file) } }
      let registration = Registration(kernelID: kernelID, connection: connection, signer: signer)
      try registration.register(sockets.ports, at: address, port: port, in: sockets.context)
      try await serve(sockets, signer)
    }
  }

  /// Lets front ends other than the launcher find the kernel, and returns the file's path.
  private func writeConnectionFile(kernelID: String, ports: KernelPorts) -> String? {
    let name = kernelID.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ? kernelID : ""
    let path = JupyterFolders.runtime() + "/kernel-\(name.isEmpty ? String(getpid()) : name).json"
    let record = ConnectionRecord(connection, ports: ports, kernelName: language.information.name)
    do {
      try PrivateFile.write(JSONCoding.bytes(of: record), to: path)
      return path
    } catch {
      log.note("no connection file for other front ends: \(error)")
      return nil
    }
  }

  private func serve(_ sockets: KernelSockets, _ signer: MessageSigner) async throws(KernelStartError) {
    do {
      try await serveUntilTheEnd(sockets, signer)
    } catch {
      throw .sockets(error.description)
    }
  }

  private func serveUntilTheEnd(_ sockets: KernelSockets, _ signer: MessageSigner) async throws(SystemError) {
    let writer = MessageWriter(signer: signer, username: ProcessInfo.processInfo.environment["USER"] ?? "kernel")
    let front = try SocketThread(
      [(.shell, sockets.shell), (.stdin, sockets.stdin), (.iopub, sockets.iopub)], log: log)
    let control = try SocketThread([(.control, sockets.control)], log: log)
    let publisher = Publisher(writer: writer, thread: front, log: log)
    let inputs = InputRequests(writer: writer, thread: front)
    let comms = OpenComms(publisher: publisher)
    let session = KernelSession(identifier: writer.session, publisher: publisher, comms: comms, inputs: inputs)
    let history = HistoryStore(path: historyPath, log: log)
    let services = KernelServices(
      publisher: publisher, replies: Replies(writer: writer, front: front, control: control, log: log),
      status: StatusBoard(publisher: publisher), inputs: inputs, comms: comms, history: history, log: log,
      started: Task { [language] in await language.start(session: session) })
    let lifetime = KernelLifetime { [language] restart in
      inputs.end(.interrupted)
      await language.shutdown(restart: restart)
    }
    let dispatcher = Dispatcher(language: language, services: services, ports: sockets.ports, lifetime: lifetime)
    services.status.starting()

    let intake = Intake(reader: MessageReader(signer: signer), publisher: publisher, dispatcher: dispatcher, log: log)
    let heartbeat = try Heartbeat.start(on: sockets.heartbeat)
    let controlThread = try control.start(receive: intake.receive)
    let frontThread = try front.start(receive: intake.receive)
    try watch(dispatcher, lifetime)
    await lifetime.waitForEnd()

    front.stop()
    control.stop()
    history.close()
    for thread in [frontThread, controlThread] { thread.join() }
    sockets.context.shutDown()
    heartbeat.join()
    sockets.context.terminate()
  }

  /// Listens to signals and to the parent's end.
  private func watch(_ dispatcher: Dispatcher, _ lifetime: KernelLifetime) throws(SystemError) {
    let end: @Sendable () -> Void = {
      Task {
        await lifetime.end(restart: false)
        lifetime.isOver()
      }
    }
    try SignalWatch.start(interrupt: { Task { await dispatcher.interrupt() } }, end: end)
    try ParentWatch.start(environment: ProcessInfo.processInfo.environment, gone: end)
  }
}
