import Interpreter
import JupyterKernel
import Synchronization
import WorkerProtocol

/// Turns what a cell brings forth into messages for the front end.
final class NotebookOutput: Interpreter.CellOutput {
  private let output: JupyterKernel.CellOutput
  private let relay: @Sendable (String) -> Void
  private let kept = Mutex<[Payload]>([])

  /// - Parameter relay: Takes the cell's comm messages.
  init(_ output: JupyterKernel.CellOutput, relay: @escaping @Sendable (String) -> Void) {
    self.output = output
    self.relay = relay
  }

  var payloads: [Payload] { kept.withLock { $0 } }

  func write(_ text: String, to stream: OutputStream) {
    output.stream(stream == .standardOutput ? .stdout : .stderr, text)
  }

  func display(_ message: String) {
    guard let message = DisplayMessage(message) else { return }
    switch message.kind {
    case .result: output.result(message.bundle)
    case .display: output.display(message.bundle, identifier: message.identifier)
    case .update:
      guard let identifier = message.identifier else { return }
      output.updateDisplay(message.bundle, identifier: identifier)
    case .clear: output.clear(wait: message.waits)
    }
  }

  func comm(_ message: String) { relay(message) }

  func notice(_ notice: Notice) {
    output.display(MIMEBundle(text: notice.colored))
  }

  func page(_ text: String) {
    kept.withLock { $0.append(.page(MIMEBundle(text: text), startLine: 0)) }
  }

  func setNextInput(_ text: String, replace: Bool) {
    kept.withLock { $0.append(.setNextInput(text, replace: replace)) }
  }

  func readLine(prompt: String, isPassword: Bool) async -> InputReply? {
    do {
      guard let line = try await output.requestInput(prompt: prompt, password: isPassword) else {
        return .endOfFile
      }
      return .line(line)
    } catch {
      return switch error {
      case .notAllowed, .nobodyThere: .refused
      case .interrupted, .cellEnded: nil
      }
    }
  }
}

/// Keeps the value of an expression that the front end has asked for beside a cell.
final class CollectedOutput: Interpreter.CellOutput {
  private let result = Mutex<MIMEBundle?>(nil)

  var bundle: MIMEBundle? { result.withLock { $0 } }

  func display(_ message: String) {
    guard let message = DisplayMessage(message), message.kind == .result else { return }
    result.withLock { $0 = message.bundle }
  }

  func write(_ text: String, to stream: OutputStream) {}
  func notice(_ notice: Notice) {}
  func page(_ text: String) {}
  func setNextInput(_ text: String, replace: Bool) {}
  func readLine(prompt: String, isPassword: Bool) async -> InputReply? { .refused }
}
