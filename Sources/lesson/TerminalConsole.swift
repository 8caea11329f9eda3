import CourseTerminal
import Foundation
import Synchronization

extension TextStyle {
  /// How text looks best in the terminal that this program was started in.
  static func ofThisTerminal(isPlain: Bool = false) -> TextStyle {
    TextStyle(isColored: Screen.isColored && !isPlain, isPlain: isPlain, width: Screen.width)
  }
}

/// The terminal in front of which somebody sits.
final class TerminalConsole: Console {
  /// A word that somebody waits for something, and when it began.
  private struct Waiting {
    var id = 0
    var start = ContinuousClock.now
    var isOn = false
    var isShown = false
  }

  let editor: LineEditor
  private let isPlain: Bool
  private let waiting = Mutex(Waiting())

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
    waiting.withLock { waiting in
      waiting.isOn = false
      erase(&waiting)
      FileHandle.standardOutput.write(Data(text.utf8))
    }
  }

  func beginWaiting(_ what: String) {
    guard Screen.isTerminal else { return }
    let id = waiting.withLock { waiting in
      waiting = Waiting(id: waiting.id + 1, isOn: true)
      return waiting.id
    }
    Task.detached { [self] in
      repeat { try await Task.sleep(for: .seconds(1)) } while tick(what, id)
    }
  }

  /// - Returns: Whether there will be more to say.
  private func tick(_ what: String, _ id: Int) -> Bool {
    waiting.withLock { waiting in
      guard waiting.isOn, waiting.id == id else { return false }
      let seconds = (ContinuousClock.now - waiting.start).components.seconds
      let line = style.faint(String("\(what), \(seconds) s   Ctrl-C stops it".prefix((columns ?? 80) - 1)))
      // What cannot be written again is written once.
      let text = columns == nil ? line + "\n" : "\r\u{1B}[K" + line
      FileHandle.standardOutput.write(Data(text.utf8))
      waiting.isShown = columns != nil
      return columns != nil
    }
  }

  func endWaiting(forgetsKeys: Bool) {
    let wasLong = waiting.withLock { waiting in
      waiting.isOn = false
      erase(&waiting)
      return ContinuousClock.now - waiting.start > .seconds(1)
    }
    if forgetsKeys, wasLong, Screen.isTerminal { tcflush(STDIN_FILENO, TCIFLUSH) }
  }

  /// Reads a line, and all others that come with it: a paste is one piece, empty lines too.
  private func readPaste(prompt: String) -> String? {
    guard var text = editor.readLine(prompt: prompt) else { return nil }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 30) == 1, let next = editor.readLine(prompt: "   … ") { text += "\n" + next }
    return text
  }

  private func erase(_ waiting: inout Waiting) {
    guard waiting.isShown else { return }
    waiting.isShown = false
    FileHandle.standardOutput.write(Data("\r\u{1B}[K".utf8))
  }

  func readLine(prompt: String) -> String? {
    if Screen.isTerminal { return readPaste(prompt: prompt) }
    write(prompt)
    let line = Swift.readLine()
    write("\n")
    return line
  }
}
