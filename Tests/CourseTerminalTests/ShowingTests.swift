import Course
import Foundation
import Testing

@testable import CourseTerminal

@Suite("What the terminal shows") struct ShowingTests {
  @Test("Paragraphs are wrapped, lists stand out, code stays as it is") func markdown() {
    let text = MarkdownText(style: TextStyle(width: 20))
    #expect(text.lines("one two three four five six") == ["one two three four", "five six"])
    #expect(text.lines("- one two three four five") == ["- one two three four", "  five"])
    #expect(text.lines("**bold** and `code` and *weight*") == ["bold and code and", "weight"])
    #expect(
      text.lines("a\n\n```swift\nlet veryLongName = anotherVeryLongName\n```") == [
        "a", "", "    let veryLongName = anotherVeryLongName",
      ])
  }

  @Test("Chinese letters take two columns") func wide() {
    let text = MarkdownText(style: TextStyle(width: 10))
    #expect(text.lines("床前明月 光疑是地") == ["床前明月", "光疑是地"])
  }

  @Test("Code goes on further in, sentences below their beginning, carets stay where they are") func wrapping() {
    #expect(
      TerminalText.code("  let sum = numbers.reduce(0, +)", width: 20) == [
        "  let sum =", "      numbers.reduce(0,", "      +)",
      ])
    #expect(TerminalText.code("let short = 1\n\nlet b = 2", width: 20) == ["let short = 1", "", "let b = 2"])
    #expect(
      TerminalText.code("  let tokens = x  // [time 3, size 2]", width: 22) == [
        "  let tokens = x", "      // [time 3, size", "      // 2]",
      ])
    let report = "  1 | let veryLongName = another\n    |               ^~~~\n  A text is not a number at all."
    #expect(
      TerminalText.report(report, width: 20)
        == "  1 | let veryLongName = another\n    |               ^~~~\n  A text is not a\n  number at all.")
    #expect(TerminalText.report("  FAIL  a row sums to 1", width: 20) == "  FAIL  a row sums\n        to 1")
    #expect(TerminalText.columns("\u{1B}[1;31mred\u{1B}[0m 红") == 6)
  }

  @Test(
    "What is typed is told apart",
    arguments: [
      (nil, PlayerInput.end), ("", .goOn), ("  ", .goOn), (":q", .command("q", [])),
      (":check 08.2 x", .command("check", ["08.2", "x"])), (":", .command("help", [])), ("1 + 1", .swift("1 + 1")),
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
    #expect(again.text(TextStyle()).contains("Yesterday you were at lesson 90\nNext: section 2, Break it"))
    let none = Welcome(lessons: [], progress: CourseProgress([]), now: 0)
    #expect(none.lesson == nil && none.text(TextStyle()).contains("no lessons"))
  }
}
