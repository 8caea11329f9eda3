import JupyterKernel
import Synchronization

/// A language of a few verbs, one on each line. A line that begins with none of them is printed.
final class EchoLanguage: Language {
  /// The cells that run now, each with the task that an interrupt cancels.
  private let running = Mutex<[Task<ExecutionResult, Never>]>([])
  let session = Mutex<KernelSession?>(nil)
  /// What was compiled ahead, had this language a compiler.
  let prepared = Mutex<[String]>([])

  let information = LanguageInformation(
    name: "echo", version: "1.0", mimetype: "text/plain", fileExtension: ".txt", implementation: "echo-kernel",
    implementationVersion: "1.0", banner: "Echo: says what it is told",
    helpLinks: [
      HelpLink(text: "Jupyter messaging", url: "https://jupyter-client.readthedocs.io/en/stable/messaging.html")
    ])

  func start(session: KernelSession) async {
    self.session.withLock { $0 = session }
  }

  func execute(_ execution: Execution) async -> ExecutionResult {
    let task = Task { await run(execution) }
    running.withLock { $0.append(task) }
    if execution.isInterrupted { task.cancel() }
    defer { running.withLock { $0.removeAll { $0 == task } } }
    return await task.value
  }

  func prepare(_ code: String) async {
    prepared.withLock { $0.append(code) }
  }

  func interrupt() async {
    for task in running.withLock({ $0 }) { task.cancel() }
  }

  func shutdown(restart: Bool) async {
    await interrupt()
  }

  private func run(_ execution: Execution) async -> ExecutionResult {
    var payloads: [Payload] = []
    for line in execution.code.split(separator: "\n") {
      let command = EchoCommand(line)
      do {
        try await perform(command, in: execution, &payloads)
      } catch let error as LanguageError {
        return ExecutionResult(.failure(error), payloads: payloads)
      } catch is CancellationError {
        return ExecutionResult(.failure(Self.interruption), payloads: payloads)
      } catch {
        let name = error as? InputError == .interrupted ? "Interrupted" : "InputError"
        return ExecutionResult(.failure(LanguageError(name: name, message: "\(error)")), payloads: payloads)
      }
    }
    return ExecutionResult(
      .success, payloads: payloads, metadata: ["echo": ["lines": .integer(execution.code.split(separator: "\n").count)]]
    )
  }

  static let interruption = LanguageError(name: "Interrupted", message: "the cell was interrupted")
}
