import Course
import CourseTerminal
import Foundation
import Interpreter
import Testing

@Suite("A lesson in the terminal", .serialized) struct LessonPlayerTests {
  private let course = CourseFolder(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Course").path)
  private let work = WorkFolder(
    root: FileManager.default.temporaryDirectory.appending(path: "player-test-\(UUID().uuidString)").path)

  /// The cache lies in the work folder, so that nothing of earlier code is found.
  private var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["GLASSBOX_CACHE": work.root + "/cache"]) { $1 }
  }

  private func play(_ lines: [String], from section: Int = 0, style: TextStyle = TextStyle()) async throws -> String {
    let console = ScriptedConsole(lines, style: style)
    let player = try LessonPlayer(
      try course.lesson(folder: "90-doubling"), course: course, work: work, console: console,
      configuration: SessionConfiguration(toolchain: try .located(), environment: environment),
      edit: { $0.replacing("2", with: "3") })
    await player.play(from: section)
    return console.text
  }

  @Test("Enter goes through it, code runs, the guess is weighed, and all of it is in the log") func whole() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "b", "", "", "", "a"])
    #expect(text.contains("  │ let number = 21"))
    #expect(text.contains("90 [Enter] run> \n21\n"), "\(text)")
    #expect(text.contains("Your prediction was right. 21 and 21."))
    #expect(text.contains("Index out of range"))
    #expect(text.contains("Exercise 90.1 · Twice   4 points") && text.contains("Your file: \(work.path(of: "90.1"))"))
    #expect(text.contains("90.2  A question") && text.contains("1 of 1 point"))
    #expect(text.contains("That was lesson 90."))
    #expect(
      work.log.entries.map(\.event) == [.predicted, .section, .checked, .section, .finished], "\(work.log.entries)")
    #expect(work.code(of: "90.1") == (try course.exercise("90.1").stub))
  }

  @Test("Swift of one's own sees the lesson's values, over several lines, and a mistake loses nothing")
  func prompt() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([
      "", "a", "func triple(_ n: Int) -> Int {", "n * 3", "}", "[1][number]", "triple(number)", ":edit", ":quit",
    ])
    #expect(text.contains("> triple(number)\n63\n"), "\(text)")
    #expect(text.contains("Index out of range"))
    #expect(text.contains("You predicted a. That is the number itself.\nIt is b, 42. 21 and 21."))
    #expect(text.contains("> :edit\n63\n"))
    #expect(text.contains("Until next time. You are in section 1"))
  }

  @Test("A slip at a question is asked again, commands work there, and Enter leaves it open") func slips() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "x", ":list", "B", ":quit"])
    #expect(text.contains("Type one of the letters"))
    #expect(text.contains("→ 1  "))
    #expect(work.log.entries.map(\.detail) == ["b"], "\(work.log.entries)")
    let silent = try await play(["", "", ":quit"])
    #expect(!silent.contains("Type one of the letters") && work.log.entries.count == 1)
  }

  @Test("Whoever jumps over a section has its values all the same") func jump() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([":goto 2", "number * 2", ":quit"])
    #expect(text.contains("> number * 2\n42\n"), "\(text)")
  }

  @Test("Going on later makes the values of before again, without showing them") func resume() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(
      ["number + 1", ":goto 1", ":list", ":nonsense", ":check", ":hint 90.1", ":why", ":q"], from: 1)
    #expect(text.contains("> number + 1\n22\n") && !text.contains("\n21\n"), "\(text)")
    #expect(text.contains("→ 1  A number"))
    #expect(text.contains("There is no :nonsense.") && text.contains("Which exercise?"))
    #expect(text.contains("Hint 1 of 3") && text.contains("No question was asked"))
  }

  @Test("Checking uses the learner's file; the end of the input is a way to leave") func check() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    try work.replace("90.1", with: "func double(_ n: Int) -> Int { n * n }")
    let text = try await play(["", ":check", ":solution"], from: 1)
    #expect(text.contains("1 of 4 points") && text.contains("3 hints:  :hint"), "\(text)")
    #expect(text.contains("not passed 90.1 yet"))
    #expect(text.hasSuffix("`lesson` goes on there.\n"))
  }

  @Test("The plain form draws no lines and has no colours") func plain() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([], style: TextStyle(isPlain: true))
    #expect(text.contains("    let number = 21") && !text.contains("│") && !text.contains("\u{1B}"))
    let colored = try await play([], style: TextStyle(isColored: true))
    #expect(colored.contains("\u{1B}[1mnumber\u{1B}[0m"))
  }
}
