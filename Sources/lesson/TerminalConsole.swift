import CourseTerminal
import Foundation

extension TextStyle {
  /// How text looks best in the terminal that this program was started in.
  static func ofThisTerminal(isPlain: Bool = false) -> TextStyle {
    TextStyle(isColored: Screen.isColored && !isPlain, isPlain: isPlain, width: Screen.width)
  }
}

/// The terminal in front of which somebody sits.
final class TerminalConsole: Console {
  let editor: LineEditor
  private let isPlain: Bool

  init(isPlain: Bool, historyPath: String) {
    self.isPlain = isPlain
    editor = LineEditor(historyPath: historyPath)
  }

  /// Asked for anew each time, since a window can change.
  var style: TextStyle { .ofThisTerminal(isPlain: isPlain) }

  /// A screen reader would read a bar again at each step of it.
  var columns: Int? {
    let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
    return Screen.isTerminal && !isPlain && !isDumb ? Screen.columns : nil
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
