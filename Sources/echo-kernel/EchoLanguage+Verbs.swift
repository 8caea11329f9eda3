import JupyterKernel

extension EchoLanguage {
  /// Does what a line says.
  ///
  /// - Throws: `LanguageError` for the verb that asks for one, `InputError` and `CancellationError` when a wait ends.
  func perform(_ command: EchoCommand, in execution: Execution, _ payloads: inout [Payload]) async throws {
    let output = execution.output
    let text = command.argument
    switch command.verb {
    case nil: output.stream(.stdout, command.line + "\n")
    case .stderr: output.stream(.stderr, text + "\n")
    case .result: output.result(MIMEBundle(text: text))
    case .display: output.display(MIMEBundle(text: text), identifier: "shown")
    case .update: output.updateDisplay(MIMEBundle(text: text), identifier: "shown")
    case .html:
      output.display(MIMEBundle(data: ["text/html": .string("<b>\(text)</b>"), "text/plain": .string(text)]))
    case .error: throw LanguageError(name: "EchoError", message: text)
    case .late: sayLater(text, output)
    case .input, .password:
      let answer = try await output.requestInput(prompt: text, password: command.verb == .password)
      output.stream(.stdout, answer.map { "heard \($0)\n" } ?? "heard the end\n")
    case .sleep: try await Task.sleep(for: .seconds(Double(text) ?? 1))
    case .page: payloads.append(.page(MIMEBundle(text: text), startLine: 0))
    case .next: payloads.append(.setNextInput(text, replace: false))
    case .clear: output.clear(wait: text == "wait")
    case .comm: openComm(text, parent: output.parent)
    case .prepared: output.stream(.stdout, prepared.withLock { $0 }.joined(separator: ",") + "\n")
    }
  }

  /// Prints after the cell has ended.
  private func sayLater(_ text: String, _ output: CellOutput) {
    Task {
      try await Task.sleep(for: .milliseconds(200))
      output.stream(.stdout, text + "\n")
    }
  }

  private func openComm(_ target: String, parent: ParentHeader) {
    guard let session = session.withLock({ $0 }) else { return }
    let comm = session.openComm(target: target, data: ["hello": true], buffers: [[1, 2, 3]], parent: parent)
    comm.send(["count": 1], parent: parent)
  }
}
