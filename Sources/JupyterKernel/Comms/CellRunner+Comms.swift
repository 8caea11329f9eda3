import JupyterProtocol

extension CellRunner {
  /// Hands a comm message to the language. There is no reply, but front ends still wait for busy and idle.
  func handleComm(_ request: Request, in queue: ExecutionQueue) async {
    let output = services.output(
      for: request, record: CellRecord(number: queue.counter.current, isSilent: false), allowsInput: false)
    services.status.workBegins(output)
    defer { services.status.workEnds(output) }
    await services.started.value
    do {
      switch request.type {
      case CommOpen.messageType: await open(try request.message.content(), request, output)
      case CommMessage.messageType:
        let content: CommMessage = try request.message.content()
        await pass(.message, content.commID, content.data, request, output)
      default:
        let content: CommClose = try request.message.content()
        let comm = services.comms.comm(content.commID)
        await pass(.close, content.commID, content.data, request, output)
        if let comm { services.comms.forget(comm) }
      }
    } catch {
      services.log.note("dropped \(request.type): \(JSONCoding.explanation(of: error))")
    }
  }

  private func open(_ content: CommOpen, _ request: Request, _ output: CellOutput) async {
    let comm = Comm(identifier: content.commID, target: content.targetName, comms: services.comms)
    services.comms.register(comm)
    let event = event(.open(target: content.targetName), comm, content.data, request, output)
    guard await language.receive(event) == .refused else { return }
    services.log.note("closed a comm: nobody here knows the target \"\(content.targetName)\"")
    comm.close(parent: request.parent)
  }

  private func pass(
    _ kind: CommEvent.Kind, _ identifier: String, _ data: [String: JSONValue], _ request: Request, _ output: CellOutput
  ) async {
    guard let comm = services.comms.comm(identifier) else {
      return services.log.note("dropped \(request.type): no comm \"\(identifier)\" is open")
    }
    _ = await language.receive(event(kind, comm, data, request, output))
  }

  private func event(
    _ kind: CommEvent.Kind, _ comm: Comm, _ data: [String: JSONValue], _ request: Request, _ output: CellOutput
  ) -> CommEvent {
    CommEvent(
      comm: comm, kind: kind, data: data,
      metadata: (try? request.message.metadata([String: JSONValue].self)) ?? [:], buffers: request.message.buffers,
      output: output)
  }
}
