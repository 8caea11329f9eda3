import CourseTerminal
import Synchronization

/// A console at which a script sits.
final class ScriptedConsole: Console {
  private struct State {
    var lines: [String]
    var text = ""
  }

  let style: TextStyle
  private let state: Mutex<State>

  /// - Parameter lines: What is typed, one after the other; then the input ends.
  init(_ lines: [String], style: TextStyle = TextStyle()) {
    self.style = style
    state = Mutex(State(lines: lines))
  }

  var text: String { state.withLock { $0.text } }
  var isDone: Bool { state.withLock { $0.lines.isEmpty } }

  func write(_ text: String) { state.withLock { $0.text += text } }

  func readLine(prompt: String) -> String? {
    state.withLock { state in
      state.text += prompt
      guard !state.lines.isEmpty else { return nil }
      let line = state.lines.removeFirst()
      state.text += line + "\n"
      return line
    }
  }
}
