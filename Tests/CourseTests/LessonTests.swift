import NotebookFormat
import Testing

@testable import Course

@Suite("Lessons") struct LessonTests {
  @Test("A lesson has its header, sections and steps") func whole() throws {
    let lesson = try smallCourse.lesson(folder: "90-doubling")
    #expect(lesson.title == "Doubling" && lesson.minutes == 2 && lesson.memory == "50 MB" && lesson.language == "en")
    #expect(lesson.sections.map(\.title) == ["A number", "Break it"])
    #expect(lesson.exercises == ["90.1", "90.2"])
    #expect(lesson.code.map(\.kind) == [.runs, .runs, .shown, .breaks])
    #expect(lesson.code.first?.output == ExpectedOutput("21"))
    guard case .predict(let question) = lesson.sections[0].steps[2] else {
      Issue.record("the third step is \(lesson.sections[0].steps[2])")
      return
    }
    #expect(question.rightChoice?.letter == "b" && question.choices[0].reason == "That is the number itself.")
  }

  private static let head = "---\nnumber: 01\ntitle: T\nquestion: Q\nminutes: 3\nmemory: 1 MB\n---\n"

  @Test(
    "A mistake is named with its line",
    arguments: [
      ("no header", 1, CourseMistake.Kind.noFrontMatter),
      ("---\ntitle: T\n", 1, .frontMatterNotClosed),
      ("---\njust words\n---\n", 2, .frontMatterLine("just words")),
      ("---\nnumber: 01\nnumber: 02\n---\n", 3, .repeatedField("number")),
      ("---\nnumber: 01\n---\n## S\n", 1, .missingField("title")),
      (
        "---\nnumber: 01\ntitle: T\nquestion: Q\nminutes: soon\nmemory: 1\n---\n## S\n", 5,
        .badNumber(field: "minutes", value: "soon")
      ),
      (head, 7, .noSections),
      (head + "text\n", 8, .textBeforeFirstSection),
      (head + "## S\n```swift\nlet x = 1\n", 9, .fenceNotClosed),
      (head + "## S\n```python\n```\n", 9, .unknownFence("python")),
      (head + "## S\n\n```output\n1\n```\n", 10, .outputWithoutCode),
      (
        head + "## S\n```predict\nWhy?\n- [ ] so — No.\n```\n", 10,
        .question("exactly one choice must be right, marked `- [x]`.")
      ),
      (head + "## S\n```predict\nWhy?\n- [x] so\n```\n", 11, .choiceWithoutReason("so")),
    ])
  func mistakes(text: String, line: Int, kind: CourseMistake.Kind) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "lesson.en.md")
    let path = folder.path + "/lesson.en.md"
    #expect(throws: CourseMistake(file: path, line: line, kind)) { try LessonReader.lesson(at: path) }
  }

  @Test("The words of a mistake begin with file and line") func words() {
    let mistake = CourseMistake(file: "lesson.en.md", line: 7, .unknownFence("python"))
    #expect(mistake.description.hasPrefix("lesson.en.md:7: a fence `python` means nothing here."))
  }

  @Test("Two languages have the same structure; a difference is found") func languages() throws {
    #expect(smallCourse.languages(of: "90-doubling") == ["en", "zh"])
    let english = LessonStructure(try smallCourse.lesson(folder: "90-doubling"))
    var chinese = try smallCourse.lesson(folder: "90-doubling", language: "zh")
    #expect(english.difference(from: LessonStructure(chinese)) == nil)
    chinese.sections[1].steps.removeLast()
    #expect(english.difference(from: LessonStructure(chinese))?.ours == "exercise 90.2")
  }

  @Test(
    "An expected output may leave parts open",
    arguments: [
      ("1", "1", true), ("1", "1\n", true), ("1", "2", false), ("1", "1\n2", false), ("took … ms", "took 31 ms", true),
      ("took … ms", "took ms", false), ("…", "", true), ("a\n…\nb", "a\nx\ny\nb", true), ("a\n…\nb", "a\nx", false),
      ("…end", "the end", true), ("a … b … c", "a 1 b 2 c", true), ("a … b … c", "a 1 c", false), ("", "", true),
    ])
  func outputs(wanted: String, seen: String, matches: Bool) {
    #expect(ExpectedOutput(wanted).matches(seen) == matches)
  }

  @Test("The notebook of a lesson holds its cells under ids that stay") func notebook() throws {
    let lesson = try smallCourse.lesson(folder: "90-doubling")
    let notebook = try lesson.notebook { id throws(CourseMistake) in try smallCourse.exercise(id) }
    let code = notebook.cells.filter { $0.kind == .code }
    #expect(
      code.map(\.id) == [
        "lesson-90-1-2", "lesson-90-1-4", "lesson-90-2-2", "exercise-90-1", "check-exercise-90-1", "exercise-90-2",
        "check-exercise-90-2",
      ])
    #expect(code[2].source == "%expect error\n[number][1]")
    #expect(code[4].source == "%check 90.1")
    #expect(notebook.cell("exercise-90-1")?.tags == ["exercise"])
    #expect(Set(notebook.cells.map(\.id)).count == notebook.cells.count)
    #expect(notebook.text == (try lesson.notebook { id throws(CourseMistake) in try smallCourse.exercise(id) }.text))
    #expect(!notebook.text.contains("number + number"))
  }
}
