import CourseTerminal
import Foundation

/// An editor that writes 3 for 2 in code, and a good answer into a file.
struct ScriptedEditor: CodeEditor {
  func edit(_ code: String) -> EditedCode {
    let changed = code.replacing("2", with: "3")
    return changed == code ? .unchanged : .changed(changed)
  }

  func open(_ path: String) -> EditedCode {
    let answer = "func double(_ number: Int) -> Int { 2 * number }"
    do { try answer.write(toFile: path, atomically: true, encoding: .utf8) } catch { return .failed("\(error)") }
    return .changed(answer)
  }
}
