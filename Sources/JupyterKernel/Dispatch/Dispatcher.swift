import JupyterProtocol

/// Sends every request that arrives to the one who answers it.
///
/// Cells and comm messages wait their turn in the queue of their subshell. Everything else is answered while a cell
/// computes: questions about code in one line, questions about the kernel in another for each channel, and an interrupt
/// or a shutdown at once.
final class Dispatcher: Sendable {
  let language: any Language
  let services: KernelServices
  let subshells: Subshells
  let ports: KernelPorts
  let meter = UsageMeter()
  private let lifetime: KernelLifetime
  private let aboutCode = SerialWork()
  private let aboutKernel: [Channel: SerialWork] = [.shell: SerialWork(), .control: SerialWork()]

  init(language: any Language, services: KernelServices, ports: KernelPorts, lifetime: KernelLifetime) {
    self.language = language
    self.services = services
    self.ports = ports
    self.lifetime = lifetime
    subshells = Subshells(runner: CellRunner(language: language, services: services))
  }

  /// Takes a request. Called by the thread that has read it, in the order of arrival.
  func take(_ request: Request) {
    if request.channel == .stdin { return takeInput(request) }
    switch request.type {
    case ExecuteRequest.messageType:
      enqueueCell(request)
    case CommOpen.messageType, CommMessage.messageType, CommClose.messageType:
      guard let queue = subshells.queue(request.message.header.subshellID) else { return refuse(request) }
      queue.add(.comm(request))
    case CompleteRequest.messageType, InspectRequest.messageType, IsCompleteRequest.messageType:
      inTurn(aboutCode, request) { await self.answerAboutCode(request) }
    case InterruptRequest.messageType:
      Task { await self.surround(request) { await self.answerInterrupt(request) } }
    case ShutdownRequest.messageType:
      Task {
        await self.surround(request) { await self.answerShutdown(request) }
        self.lifetime.isOver()
      }
    case let type where type.isRequest:
      inTurn(aboutKernel[request.channel], request) { await self.answerAboutKernel(request) }
    default:
      services.log.note("ignored a message of the unknown type \"\(request.type)\" on \(request.channel.rawValue)")
    }
  }

  /// Stops what runs, and ends every wait for input. An idle kernel has nothing to stop.
  func interrupt() async {
    guard services.status.interruptWork() else { return }
    services.inputs.end(.interrupted)
    await language.interrupt()
  }

  private func inTurn(_ line: SerialWork?, _ request: Request, _ answer: @escaping @Sendable () async -> Void) {
    line?.add { await self.surround(request, answer) }
  }

  /// Says busy before and idle after the work on a request.
  private func surround(_ request: Request, _ answer: () async -> Void) async {
    services.status.busy(request.parent)
    if request.message.header.subshellID != nil, subshells.queue(request.message.header.subshellID) == nil {
      refuseSubshell(request)
    } else {
      await answer()
    }
    services.status.idle(request.parent)
  }

  private func enqueueCell(_ request: Request) {
    guard let queue = subshells.queue(request.message.header.subshellID) else { return refuse(request) }
    do {
      queue.add(.cell(request, try request.message.content()))
    } catch {
      inTurn(aboutKernel[request.channel], request) { self.refuse(request, unreadable: error) }
    }
  }

  /// Takes what arrives on stdin, where only answers to questions have a place.
  private func takeInput(_ request: Request) {
    guard request.type == InputReply.messageType else {
      return services.log.note("ignored a message of the type \"\(request.type)\" on stdin")
    }
    do {
      let reply: InputReply = try request.message.content()
      let isWanted = services.inputs.take(
        reply, parentMessageID: request.message.parentMessageID, from: request.message.identities)
      if !isWanted { services.log.note("ignored input that nobody waits for") }
    } catch {
      services.log.note("dropped an input_reply: \(JSONCoding.explanation(of: error))")
    }
  }

  private func answerInterrupt(_ request: Request) async {
    await interrupt()
    services.replies.send(Reply.ok(EmptyContent()), to: request)
  }

  private func answerShutdown(_ request: Request) async {
    let restart = (try? request.message.content(ShutdownRequest.self))?.restart ?? false
    await lifetime.end(restart: restart)
    let reply = Reply.ok(ShutdownReply(restart: restart))
    services.publisher.publish(reply, type: ShutdownReply.messageType, parent: request.parent)
    services.replies.send(reply, to: request)
  }

  // MARK: Refusals

  private func refuse(_ request: Request) {
    services.status.busy(request.parent)
    refuseSubshell(request)
    services.status.idle(request.parent)
  }

  private func refuseSubshell(_ request: Request) {
    let name = request.message.header.subshellID ?? ""
    refuse(request, LanguageError(name: "UnknownSubshell", message: "there is no subshell \"\(name)\""))
  }

  func refuse(_ request: Request, unreadable error: any Error) {
    let reason = JSONCoding.explanation(of: error)
    services.log.note("cannot read a \(request.type): \(reason)")
    refuse(
      request, LanguageError(name: "InvalidRequest", message: "the \(request.type) cannot be read: \(reason)"))
  }

  func refuse(_ request: Request, _ error: LanguageError) {
    if request.type == ExecuteRequest.messageType {
      let number = subshells.queue(request.message.header.subshellID)?.counter.current ?? 0
      services.replies.send(ExecuteReply(executionCount: number, error: error.content), to: request)
    } else if request.type.isRequest {
      services.replies.send(Reply<EmptyContent>.error(error.content), to: request)
    }
  }
}
