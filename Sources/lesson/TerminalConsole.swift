import CourseTerminal
import Foundation

/// The terminal in front of which somebody sits.
final class TerminalConsole: Console {
  let style: TextStyle
  let editor: LineEditor

  init(isPlain: Bool, historyPath: String) {
    style = TextStyle(isColored: Screen.isColored && !isPlain, isPlain: isPlain, width: Screen.width)
    editor = LineEditor(historyPath: historyPath)
  }

  func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  func readLine(prompt: String) -> String? {
    if Screen.isTerminal { return editor.readLine(prompt: prompt) }
    write(prompt)
    let line = Swift.readLine()
    write("\n")
    return line
  }
}
