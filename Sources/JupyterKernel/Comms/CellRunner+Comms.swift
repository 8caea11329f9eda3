import JupyterProtocol

extension CellRunner {
  /// Hands a comm message to the language. There is no reply, but front ends still wait for busy and idle.
  func handleComm(_ request: Request, in queue: ExecutionQueue) async {
    services.status.busy(request.parent)
    defer { services.status.idle(request.parent) }
    await services.started.value
    do {
      switch request.type {
      case CommOpen.messageType: await open(try request.message.content(), request, number: queue.counter.current)
      case CommMessage.messageType:
        let content: CommMessage = try request.message.content()
        await pass(.message, content.commID, content.data, request, number: queue.counter.current)
      default:
        let content: CommClose = try request.message.content()
        let comm = services.comms.comm(content.commID)
        await pass(.close, content.commID, content.data, request, number: queue.counter.current)
        if let comm { services.comms.forget(comm) }
      }
    } catch {
      services.log.note("dropped \(request.type): \(JSONCoding.explanation(of: error))")
    }
  }

  private func open(_ content: CommOpen, _ request: Request, number: Int) async {
    let comm = Comm(identifier: content.commID, target: content.targetName, comms: services.comms)
    services.comms.register(comm)
    let event = event(.open(target: content.targetName), comm, content.data, request, number: number)
    guard await language.receive(event) == .refused else { return }
    services.log.note("closed a comm: nobody here knows the target \"\(content.targetName)\"")
    comm.close(parent: request.parent)
  }

  private func pass(
    _ kind: CommEvent.Kind, _ identifier: String, _ data: [String: JSONValue], _ request: Request, number: Int
  ) async {
    guard let comm = services.comms.comm(identifier) else {
      return services.log.note("dropped \(request.type): no comm \"\(identifier)\" is open")
    }
    _ = await language.receive(event(kind, comm, data, request, number: number))
  }

  private func event(
    _ kind: CommEvent.Kind, _ comm: Comm, _ data: [String: JSONValue], _ request: Request, number: Int
  ) -> CommEvent {
    CommEvent(
      comm: comm, kind: kind, data: data,
      metadata: (try? request.message.metadata([String: JSONValue].self)) ?? [:], buffers: request.message.buffers,
      output: services.output(
        for: request, record: CellRecord(number: number, isSilent: false), allowsInput: false))
  }
}
