import CourseGrading
import Interpreter
import WorkerProtocol

/// Writes what code brings forth to the console, as it comes.
final class ConsoleOutput: CellOutput {
  private let console: any Console
  private let isSilent: Bool

  /// - Parameter isSilent: Whether nothing is written: for code that was seen before.
  init(_ console: any Console, isSilent: Bool = false) {
    self.console = console
    self.isSilent = isSilent
  }

  func write(_ text: String, to stream: WorkerProtocol.OutputStream) { if !isSilent { console.write(text) } }

  func display(_ message: String) {
    guard !isSilent, let shown = ShownValue(message), !shown.text.isEmpty else { return }
    console.write(shown.text.hasSuffix("\n") ? shown.text : shown.text + "\n")
  }

  func notice(_ notice: Notice) {
    if !isSilent { console.line(console.style.isColored ? notice.colored : notice.plain) }
  }

  func page(_ text: String) { console.line(text) }
  func setNextInput(_ text: String, replace: Bool) { console.line(text) }

  func readLine(prompt: String, isPassword: Bool) async -> InputReply? {
    console.readLine(prompt: prompt).map { .line($0) } ?? .endOfFile
  }
}
