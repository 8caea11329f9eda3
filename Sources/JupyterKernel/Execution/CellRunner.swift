import JupyterProtocol

/// Runs one cell after another through a language, with everything that the protocol wants around it.
final class CellRunner: Sendable {
  private struct CellMetadata: Decodable {
    var cellId: String?
  }

  let language: any Language
  let services: KernelServices

  init(language: any Language, services: KernelServices) {
    self.language = language
    self.services = services
  }

  /// Runs a cell: busy, input, output, reply, idle, in this order.
  func run(_ request: Request, _ content: ExecuteRequest, in queue: ExecutionQueue) async {
    let isBlank = content.code.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    let counts = content.storeHistory && !content.silent && !isBlank
    let execution = execution(of: request, content, number: counts ? queue.counter.next() : queue.counter.current)
    services.status.workBegins(execution.output)
    defer { services.status.workEnds(execution.output) }
    await services.started.value
    if !content.silent {
      services.publisher.publish(
        ExecuteInput(code: content.code, executionCount: execution.number), parent: request.parent)
    }
    if counts { services.history.record(input: content.code, line: execution.number, subshell: execution.subshell) }
    let begin = Timestamp.now()
    let result = await result(of: execution, isBlank: isBlank)
    var reply = ExecuteReply(executionCount: execution.number, payload: result.payloads)
    switch result.outcome {
    case .success:
      for (name, expression) in content.userExpressions {
        reply.userExpressions[name] = await value(of: expression, after: execution)
      }
    case .failure(let error):
      reply.error = error.content
      execution.output.error(error)
    case .aborted:
      reply.error = Self.abortion.content
    }
    execution.output.input.end()
    if counts, let text = execution.output.record.result {
      services.history.record(output: text, line: execution.number, subshell: execution.subshell)
    }
    // Before the reply: a cell that the front end sends after it has seen the error is meant to run.
    if reply.error != nil, content.stopOnError, !content.silent { queue.abortWaitingCells() }
    var metadata = result.metadata
    metadata["started"] = .string(begin)
    services.replies.send(reply, to: request, metadata: metadata)
  }

  private func result(of execution: Execution, isBlank: Bool) async -> ExecutionResult {
    if execution.isInterrupted { return ExecutionResult(.failure(Self.interruption)) }
    return isBlank ? ExecutionResult(.success) : await language.execute(execution)
  }

  /// Answers a cell that is not run because one before it has failed.
  func abort(_ request: Request, number: Int) {
    services.status.busy(request.parent)
    services.replies.send(ExecuteReply(executionCount: number, error: Self.abortion.content), to: request)
    services.status.idle(request.parent)
  }

  private static let abortion = LanguageError(
    name: "Aborted", message: "not run, because a cell before it has failed", traceback: [])

  private static let interruption = LanguageError(name: "Interrupted", message: "interrupted before the cell began")

  private func execution(of request: Request, _ content: ExecuteRequest, number: Int) -> Execution {
    let output = services.output(
      for: request, record: CellRecord(number: number, isSilent: content.silent), allowsInput: content.allowStdin)
    return Execution(
      number: number, code: content.code, isSilent: content.silent,
      storesHistory: content.storeHistory && !content.silent, subshell: request.message.header.subshellID,
      cellIdentifier: (try? request.message.metadata(CellMetadata.self))?.cellId, output: output)
  }

  private func value(of expression: String, after execution: Execution) async -> UserExpressionValue {
    switch await language.evaluate(expression, after: execution) {
    case .value(let bundle): .value(bundle)
    case .failure(let error): .error(name: error.name, value: error.message, traceback: error.traceback)
    }
  }
}
