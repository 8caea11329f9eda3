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

  private func play(
    _ lines: [String], from section: Int = 0, step: Int = 0, style: TextStyle = TextStyle()
  ) async throws -> String {
    let console = ScriptedConsole(lines, style: style)
    let player = try LessonPlayer(
      try course.lesson(folder: "90-doubling"), course: course, work: work, console: console,
      configuration: SessionConfiguration(toolchain: try .located(), environment: environment),
      editor: ScriptedEditor())
    await player.play(from: section, step: step)
    return console.text
  }

  @Test("Enter goes through it, code runs, the guess is weighed, and all of it is in the log") func whole() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "b", "", "", "", "a", ""])
    #expect(text.contains("│ let number = 21"))
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
    #expect(text.contains("You predicted a. That is the number itself.\nIt is b: 42. 21 and 21."))
    #expect(text.contains("> :edit\n63\n"))
    #expect(text.contains("Until next time. You are in section 1"))
  }

  @Test("A slip at a question is asked again, commands work there, and Enter leaves it open") func slips() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "x", ":list", "B", ":quit"])
    #expect(text.contains("Type one of the letters"))
    #expect(text.contains("→ 1  "))
    #expect(work.log.entries.map(\.event) == [.predicted, .left], "\(work.log.entries)")
    let silent = try await play(["", "", ":quit"])
    #expect(!silent.contains("Type one of the letters") && work.log.entries.count { $0.event == .predicted } == 1)
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
    #expect(text.contains("Hint 1 of 3") && text.contains("No question was asked yet"))
  }

  @Test("Checking uses the learner's file; the end of the input is a way to leave") func check() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    try work.replace("90.1", with: "func double(_ n: Int) -> Int { n * n }")
    let text = try await play(["", ":check", ":solution"], from: 1)
    #expect(text.contains("1 of 4 points") && text.contains("3 hints:  :hint"), "\(text)")
    #expect(text.contains("not passed 90.1 yet") && text.contains("`:solution 90.1 anyway`"))
    #expect(text.hasSuffix("`lesson` goes on there.\n"))
  }

  @Test("The plain form draws no lines and has no colours") func plain() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([], style: TextStyle(isPlain: true))
    #expect(text.contains("    let number = 21") && !text.contains("│") && !text.contains("\u{1B}"))
    let colored = try await play([], style: TextStyle(isColored: true))
    #expect(colored.contains("\u{1B}[1mnumber\u{1B}[0m"))
  }

  @Test("Words without the colon, and a choice typed in words, are understood") func words() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["help", "", "42", "hint", "", "exit"])
    #expect(text.contains(":goto NUMBER") && text.contains("The command begins with a colon: `:hint`."), "\(text)")
    #expect(text.contains("Your prediction was right.") && text.contains("Until next time. You are in section 2"))
  }

  @Test("The section where somebody is begins anew, wherever they ask for it") func again() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([
      ":goto 1", "", ":goto 1", "", "", ":goto 1", ":goto 2", ":goto 2", ":skip", ":goto 2", ":skip", "", ":back", ":q",
    ])
    #expect(text.components(separatedBy: "A number   1 of 2").count == 6, "\(text)")
    #expect(text.hasSuffix("goes on there.\n"))
  }

  @Test("Whoever leaves in the middle of a section goes on at that step") func middle() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    _ = try await play(["", "b", ":quit"])
    let place = CourseProgress(work.log.entries).lastReading
    #expect(place == .at(ReadingPlace(lesson: "90", section: 0, step: 3)), "\(work.log.entries)")
    let text = try await play(["number", ":show", ":q"], from: 0, step: 3)
    #expect(text.contains("> number\n21\n") && !text.contains("Here is a number"), "\(text)")
    #expect(text.components(separatedBy: "│ print(number * 2)").count == 3)
  }

  @Test("A name of one's own that is in the lesson's way is told about, and :reset takes it away") func reset()
    async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "a", "let number = [\"x\"]", "", ":reset", "", ":q"])
    #expect(text.contains("The lesson's own code has not run to its end."), "\(text)")
    let (before, after) = (text.components(separatedBy: "All values are as the lesson makes them"))
      .splitInTwo
    #expect(!before.contains("You predicted") && after.contains("> \n42\n") && after.contains("You predicted a"))
  }

  @Test("The editor opens the learner's file, and what has passed can be used at the prompt") func file() async throws {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", ":check", ":edit", "double(4)", ":use", ":q"], from: 1)
    #expect(text.contains("Open it in your editor in a second window, or here with `:edit`."), "\(text)")
    #expect(text.contains("Your file is still as it was at the beginning"))
    #expect(text.contains("4 of 4 points") && text.contains("`double` is here now, as you have written it"))
    #expect(text.contains("> double(4)\n8\n"))
  }

  @Test("Without a guess the answer is told all the same, and :why remembers the question") func noGuess() async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play(["", "", "", ":why", ":q"])
    #expect(text.contains("It is b: 42. 21 and 21.") && text.contains("a  21: That is the number itself."), "\(text)")
  }

  @Test("What was skipped runs before the code that needs it, and no answer is told before the code") func skip()
    async throws
  {
    defer { try? FileManager.default.removeItem(atPath: work.root) }
    let text = try await play([":skip", ":why", "b", ":why", "", ":q"])
    #expect(text.contains("Guess first") && text.contains("Run the code first, then `:why`"), "\(text)")
    #expect(text.contains("run> \n42\n") && text.contains("Your prediction was right."))
  }

  @Test("Where nothing can be written a lesson can be read, and says once that nothing is kept") func readOnly()
    async throws
  {
    let console = ScriptedConsole(["", "b", "", ":quit"])
    let player = try LessonPlayer(
      try course.lesson(folder: "90-doubling"), course: course, work: WorkFolder(root: "/proc/no"), console: console,
      configuration: SessionConfiguration(toolchain: try .located(), environment: environment), editor: ScriptedEditor()
    )
    await player.play()
    #expect(console.text.components(separatedBy: "What you do is not kept").count == 2, "\(console.text)")
    #expect(console.text.contains("42\n"))
  }
}

extension [String] {
  fileprivate var splitInTwo: (String, String) { (first ?? "", dropFirst().joined()) }
}
