import Course
import Foundation
import Testing

@testable import CourseTerminal

@Suite("What the terminal shows") struct ShowingTests {
  @Test("Paragraphs are wrapped, lists stand out, code stays as it is") func markdown() {
    let text = MarkdownText(style: TextStyle(width: 20))
    #expect(text.lines("one two three four five six") == ["one two three four", "five six"])
    #expect(text.lines("- one two three four five") == ["- one two three four", "  five"])
    #expect(text.lines("**bold** and `code` and *weight*") == ["bold and `code` and", "weight"])
    #expect(
      MarkdownText(style: TextStyle(width: 44)).lines("a\n\n```swift\nlet veryLongName = anotherVeryLongName\n```") == [
        "a", "", "    let veryLongName = anotherVeryLongName",
      ])
  }

  @Test("Chinese letters take two columns") func wide() {
    let text = MarkdownText(style: TextStyle(width: 10))
    #expect(text.lines("床前明月 光疑是地") == ["床前明月", "光疑是地"])
  }

  @Test("Marks hold over the end of a line, code of several words and shapes stay together") func marks() {
    let colored = MarkdownText(style: TextStyle(isColored: true, width: 12))
    #expect(colored.lines("**one two three**") == ["\u{1B}[1mone two\u{1B}[0m", "\u{1B}[1mthree\u{1B}[0m"])
    let text = MarkdownText(style: TextStyle(width: 20))
    #expect(text.lines("takes the text `a b c` here") == ["takes the text", "`a b c` here"])
    #expect(text.lines("takes a shape of [2, 3, 4]") == ["takes a shape of", "[2, 3, 4]"])
    #expect(text.lines("a * b and 2 ** 3, `x` [here](there)") == ["a * b and 2 ** 3,", "`x` here"])
    #expect(text.lines("the token\n261. They are") == ["the token 261. They", "are"])
    #expect(text.lines("1. one\n2. two") == ["1. one", "2. two"])
  }

  @Test("A table stands in columns, and as sentences where they do not fit") func table() {
    let table = "| id | `first` byte |\n|---|---|\n| 7 | the number itself |"
    #expect(
      MarkdownText(style: TextStyle(width: 40)).lines(table) == [
        "id  `first` byte", "──  ─────────────────", "7   the number itself",
      ])
    #expect(
      MarkdownText(style: TextStyle(width: 20)).lines(table) == [
        "- id: 7; `first`", "  byte: the number", "  itself",
      ])
  }

  @Test("Code is broken outside of inner brackets, a remark stands above it") func code() {
    #expect(
      CodeLines.of("  let sum = numbers.reduce(0, +)", width: 26) == ["  let sum =", "      numbers.reduce(0, +)"])
    #expect(CodeLines.of("let short = 1\n\nlet b = 2", width: 20) == ["let short = 1", "", "let b = 2"])
    #expect(
      CodeLines.of("  let tokens = x  // [time 3, size 2]", width: 22) == [
        "  // [time 3, size 2]", "  let tokens = x",
      ])
    #expect(
      CodeLines.of("let text = make(seed: 3) { normal([16, 32]) }", width: 32) == [
        "let text = make(seed: 3) {", "    normal([16, 32]) }",
      ])
    #expect(
      CodeLines.of("draw(rows: words, range: 0...1)", width: 28) == ["draw(rows: words,", "    range: 0...1)"])
    #expect(CodeLines.of("/// one two three", width: 12) == ["/// one two", "/// three"])
    #expect(CodeLines.of("veryLongNameWithoutAnySpace", width: 10) == ["veryLongNameWithoutAnySpace"])
  }

  @Test("Long code in a report is cut around its mark") func cut() {
    let report = "  1 | let a = one + two + three + four\n    |                             ^~~~"
    #expect(
      TerminalText.report(report, width: 24) == "  1 | …o + three + four\n    |              ^~~~")
    #expect(TerminalText.report("  1 | let a = one + two\n    | ^", width: 16) == "  1 | let a = o…\n    | ^")
  }

  @Test("Code goes on further in, sentences below their beginning, carets stay where they are") func wrapping() {
    let report = "  1 | let veryLongName = another\n    |           ^~~~\n  A text is not a number at all."
    #expect(
      TerminalText.report(report, width: 20)
        == "  1 | let veryLongN…\n    |           ^~~\n  A text is not a\n  number at all.")
    #expect(TerminalText.report("  FAIL  a row sums to 1", width: 20) == "  FAIL  a row sums\n        to 1")
    #expect(TerminalText.columns("\u{1B}[1;31mred\u{1B}[0m 红") == 6)
  }

  @Test(
    "What is typed is told apart",
    arguments: [
      (nil, PlayerInput.end), ("", .goOn), ("  ", .goOn), (":q", .command("q", [])),
      (":check 08.2 x", .command("check", ["08.2", "x"])), (":", .command("help", [])), ("1 + 1", .swift("1 + 1")),
      ("help", .command("help", [])), (" Quit", .command("quit", [])), ("exit()", .command("exit", [])),
      (": list", .command("list", [])), ("lesson check 08.2", .command("check", ["08.2"])),
      ("help me", .swift("help me")),
    ])
  func input(line: String?, meaning: PlayerInput) {
    #expect(PlayerInput(line) == meaning)
  }

  @Test("The first screen says where somebody was and what is next") func welcome() throws {
    let course = CourseFolder(
      root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Course").path)
    let lessons = try course.lessons()
    let fresh = Welcome(lessons: lessons, progress: CourseProgress([]), now: 0)
    #expect(fresh.section == 0 && fresh.text(TextStyle()).contains("Glassbox · lesson 90 · Doubling · about 2 minutes"))
    let begun = [ProgressEntry(.section, lesson: "90", detail: "1", time: 1000)]
    let again = Welcome(lessons: lessons, progress: CourseProgress(begun), now: 1000 + 100_000)
    #expect(again.section == 1)
    #expect(again.text(TextStyle()).contains("Yesterday you were at lesson 90.\nNext: section 2, Break it"))
    let none = Welcome(lessons: [], progress: CourseProgress([]), now: 0)
    #expect(none.lesson == nil && none.text(TextStyle()).contains("no lessons"))
  }

  @Test(
    "The place to go on with: behind a finished lesson, in a section that was left, not where an exercise was checked")
  func next() throws {
    let course = CourseFolder(
      root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Course").path)
    let lesson = try course.lesson(folder: "90-doubling")
    let lessons = ["07", "08", "09"].map { number in
      var copy = lesson
      copy.number = number
      return copy
    }
    func welcome(_ entries: [ProgressEntry]) -> Welcome {
      Welcome(lessons: lessons, progress: CourseProgress(entries), now: 0)
    }
    #expect(welcome([ProgressEntry(.finished, lesson: "08")]).lesson?.number == "09")
    #expect(welcome([ProgressEntry(.finished, lesson: "09")]).lesson?.number == "07")
    let left = welcome([
      ProgressEntry(.finished, lesson: "08"), ProgressEntry(.left, lesson: "08", detail: "2/2"),
      ProgressEntry(.checked, lesson: "07", exercise: "07.1"),
    ])
    #expect(left.lesson?.number == "08" && left.section == 1 && left.step == 1)
    #expect(left.text(TextStyle()).contains("Next: section 2, Break it, exercise 90.1"))
    #expect(welcome([ProgressEntry(.left, lesson: "08", detail: "70/2")]).lesson?.number == "07")
    #expect(welcome([ProgressEntry(.hint, lesson: "09", exercise: "09.1")]).lesson?.number == "09")
  }

  @Test("Of many reports the first three are shown") func many() {
    let report = (1...5).map { "Line \($0): no\n  1 | x" }.joined(separator: "\n")
    #expect(
      LessonPlayer.first(3, of: report).hasSuffix("Line 3: no\n  1 | x\n2 more reports, perhaps because of these."))
    #expect(LessonPlayer.first(5, of: report) == report)
  }

  @Test("The program is named as it can be typed")
  func name() {
    #expect(ProgramName.of("lesson", directory: "/kit") == "lesson")
    #expect(ProgramName.of("/kit/.build/release/lesson", directory: "/kit") == ".build/release/lesson")
    #expect(ProgramName.of("/my kit/lesson", directory: "/") == "\"/my kit/lesson\"")
    #expect(ProgramName.of("/usr/bin/xctest", directory: "/") == "lesson")
  }
}
