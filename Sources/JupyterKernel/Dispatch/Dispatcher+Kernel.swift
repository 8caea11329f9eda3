import JupyterProtocol

/// Answers to questions about the kernel itself.
extension Dispatcher {
  func answerAboutKernel(_ request: Request) async {
    do {
      try await answer(request)
    } catch {
      refuse(request, unreadable: error)
    }
  }

  private func answer(_ request: Request) async throws {
    switch request.type {
    case KernelInfoRequest.messageType:
      reply(language.information.kernelInfo, to: request)
    case ConnectRequest.messageType:
      reply(
        ConnectReply(
          shellPort: ports.shell, iopubPort: ports.iopub, stdinPort: ports.stdin, controlPort: ports.control,
          heartbeatPort: ports.heartbeat), to: request)
    case CommInfoRequest.messageType:
      let content: CommInfoRequest = try request.message.content()
      reply(services.comms.info(target: content.targetName), to: request)
    case HistoryRequest.messageType:
      let content: HistoryRequest = try request.message.content()
      let entries = await services.history.entries(content.access, subshell: request.message.header.subshellID)
      reply(HistoryReply(entries, withOutput: content.output), to: request)
    case CreateSubshellRequest.messageType:
      reply(CreateSubshellReply(subshellID: subshells.create()), to: request)
    case DeleteSubshellRequest.messageType:
      let content: DeleteSubshellRequest = try request.message.content()
      guard subshells.delete(content.subshellID) else {
        return refuse(
          request, LanguageError(name: "UnknownSubshell", message: "there is no subshell \"\(content.subshellID)\""))
      }
      reply(EmptyContent(), to: request)
    case ListSubshellRequest.messageType:
      reply(ListSubshellReply(subshellIDs: subshells.identifiers), to: request)
    case UsageRequest.messageType:
      reply(meter.measure(), to: request)
    case DebugRequest.messageType:
      let content: DebugRequest = try request.message.content()
      services.replies.send(
        DebugReply(refusing: content, because: "this kernel has no debugger"), to: request)
    default:
      services.log.note("refused a request of the unknown type \"\(request.type)\"")
      refuse(
        request, LanguageError(name: "UnknownRequest", message: "this kernel knows no \"\(request.type)\""))
    }
  }

  private func reply(_ content: some Encodable & Sendable, to request: Request) {
    services.replies.send(Reply.ok(content), to: request)
  }
}
