import CourseGrading
import Interpreter
import Synchronization
import WorkerProtocol

/// Writes what code brings forth to the console, as it comes.
final class ConsoleOutput: CellOutput {
  private let console: any Console
  private let isSilent: Bool
  private let words: @Sendable (String) -> String
  private let lines: Mutex<LiveLines>

  /// - Parameters:
  ///   - isSilent: Whether nothing is written: for code that was seen before.
  ///   - words: Puts a remark about the code into words that are true here.
  init(_ console: any Console, isSilent: Bool = false, words: @escaping @Sendable (String) -> String = { $0 }) {
    self.console = console
    self.isSilent = isSilent
    self.words = words
    lines = Mutex(LiveLines(columns: console.columns))
  }

  func write(_ text: String, to stream: WorkerProtocol.OutputStream) { send { $0.written(text) } }

  func display(_ message: String) {
    guard let shown = ShownValue(message), !shown.text.isEmpty else { return }
    send { lines in
      shown.kind == "update"
        ? lines.updated(shown.text, identifier: shown.identifier)
        : lines.displayed(shown.text, identifier: shown.identifier)
    }
  }

  /// Writes what was held back.
  func finish() { send { $0.finished() } }

  private func send(_ change: (inout LiveLines) -> String) {
    guard !isSilent else { return }
    // Writing happens within, so that two threads of a cell do not mix what they send.
    lines.withLock { lines in
      let text = change(&lines)
      if !text.isEmpty { console.write(text) }
    }
  }

  func notice(_ notice: Notice) {
    if !isSilent { console.write(FailureText.of(words(notice.plain) + "\n", style: console.style)) }
  }

  func page(_ text: String) { console.line(text) }
  func setNextInput(_ text: String, replace: Bool) { console.line(text) }

  func readLine(prompt: String, isPassword: Bool) async -> InputReply? {
    console.readLine(prompt: prompt).map { .line($0) } ?? .endOfFile
  }
}
