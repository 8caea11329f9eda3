import Course
import CourseGrading
import Testing

/// Work that is wrong, breaks, hangs or cheats, and what it gets for it.
@Suite("Grading", .serialized) struct GradingFaultTests {
  struct Work: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var code: String
    var points: Int
    var verdicts: [GradeReport.Verdict]
    /// Parts of what the report says.
    var words: [String] = []
    var mistake: String?

    init(
      _ name: String, _ code: String, _ points: Int, _ verdicts: [GradeReport.Verdict], says words: [String] = [],
      mistake: String? = nil
    ) {
      testDescription = name
      self.code = code
      self.points = points
      self.verdicts = verdicts
      self.words = words
      self.mistake = mistake
    }
  }

  private static let notRun = [GradeReport.Verdict](repeating: .notRun, count: 3)

  static let works = [
    Work(
      "the solution", "func double(_ n: Int) -> Int { n + n }", 4, [.passed, .passed, .passed],
      says: ["You can double."]),
    Work(
      "a known mistake", "func double(_ n: Int) -> Int { n * n }", 1, [.passed, .failed, .failed],
      says: ["expected 6   got 9", "This is what it looks like when the number is multiplied by itself."],
      mistake: "the number is multiplied by itself."),
    Work(
      "a mistake that nobody knows", "func double(_ n: Int) -> Int { n == 3 ? 6 : 0 }", 2, [.failed, .passed, .failed]),
    Work(
      "an index out of range", "func double(_ n: Int) -> Int { n == 3 ? [1, 2][n] : n + n }", 1,
      [.passed, .stopped, .notReached], says: ["90.1.swift, line 1: Index out of range"]),
    Work(
      "an endless loop",
      "func double(_ n: Int) -> Int { while n == 3 { print(\"\", terminator: \"\") }; return n + n }", 1,
      [.passed, .tooSlow, .notReached], says: ["still running after 3 seconds"]),
    Work(
      "endless recursion", "func double(_ n: Int) -> Int { n == 3 ? double(n) + 1 : n + n }", 1,
      [.passed, .stopped, .notReached]),
    Work(
      "more memory than allowed",
      "func double(_ n: Int) -> Int { var all: [[Int]] = []; while n == 3 { all.append([]); all[all.count - 1].reserveCapacity(5_000_000) }; return n + n + all.count }",
      1, [.passed, .stopped, .notReached], says: ["memory"]),
    Work(
      "exit and a printed report",
      "import Glibc\nfunc double(_ n: Int) -> Int { print(\"90.1  Twice  4 of 4 points\"); exit(0) }", 0,
      [.stopped, .notReached, .notReached], says: ["ended the program", "Nobody reads that"]),
    Work("nothing declared", "let x = 1", 0, notRun, says: ["`double` is not there yet"]),
    Work(
      "a signature that does not fit", "func double(_ n: String) -> String { n + n }", 0, notRun,
      says: ["do not fit", "'String' vs. 'Int'"]),
    Work(
      "code that does not compile", "func double(_ n: Int -> Int { n + n }", 0, notRun, says: ["90.1.swift, line 1"]),
    Work("a loop outside of functions", "while true {}", 0, notRun, says: ["stopped after 3 seconds"]),
    Work(
      "a function that replaces the checks' own",
      "enum Check { static func equal(_ a: Int, _ b: Int, _ s: String = \"\") throws {} }\nfunc double(_ n: Int) -> Int { 0 }",
      0, notRun, says: ["`Check`"]),
    Work(
      "an extension of the checks", "import CourseChecks\nextension Check {}\nfunc double(_ n: Int) -> Int { 0 }", 0,
      notRun,
      says: ["`CourseChecks`"]),
    Work(
      "a symbol of the testing library",
      "@_cdecl(\"swt_abiv0_getEntryPoint\") func entry() -> Int { 0 }\nfunc double(_ n: Int) -> Int { 0 }", 0, notRun,
      says: ["`_cdecl`"]),
    Work(
      "an operator that makes everything equal",
      "func == (a: Int, b: Int) -> Bool { true }\nfunc double(_ n: Int) -> Int { 0 }", 0, [.failed, .failed, .failed]),
    Work("an empty file", "", 0, notRun, says: ["`double` is not there yet"]),
  ]

  @Test("gives each piece of work its due", arguments: works)
  func work(_ work: Work) async throws {
    let exercise = try Surroundings.smallCourse.exercise("90.1")
    let report = await WorkGrader(exercise, configuration: try Surroundings.configuration).grade(
      [work.code], name: "90.1.swift")
    let text = report.text()
    #expect(report.points == work.points && report.total == 4, "\(text)")
    #expect(report.results.map(\.verdict) == work.verdicts, "\(text)")
    #expect(report.mistake == work.mistake)
    for part in work.words { #expect(text.contains(part), "\(text)") }
    #expect(report.isPassed == (work.points == 4))
  }

  @Test("A suite of which not all checks are found is a mistake of the course, never a pass")
  func missingChecks() async throws {
    var exercise = try Surroundings.smallCourse.exercise("90.1")
    var fourth = exercise.checks[0]
    (fourth.name, fourth.title) = ("four", "four")
    exercise.checks.append(fourth)
    let configuration = try Surroundings.configuration
    let report = await WorkGrader(exercise, configuration: configuration).grade(
      [exercise.solution ?? ""], name: "90.1.swift")
    #expect(report.points == 0 && report.results.allSatisfy { $0.verdict == .notRun })
    #expect(report.text().contains("four is missing"))

    exercise = try Surroundings.smallCourse.exercise("90.1")
    exercise.suite = "struct Nothing {}\n"
    let empty = await WorkGrader(exercise, configuration: configuration).grade(
      [exercise.solution ?? ""], name: "90.1.swift")
    #expect(empty.points == 0 && empty.text().contains("found 0 of the 3 checks"))
  }

  @Test("A quiz tells why a wrong answer is wrong")
  func quiz() async throws {
    let quiz = try Surroundings.smallCourse.exercise("90.2")
    let grader = WorkGrader(quiz, configuration: try Surroundings.configuration)
    #expect(await grader.grade([quiz.answers(["a"])], name: "90.2.swift").isPassed)
    let wrong = await grader.grade([quiz.answers(["b"])], name: "90.2.swift")
    #expect(wrong.points == 0 && wrong.text().contains("b is not it. Then −1 and −1 would be positive."))
    #expect(await grader.grade([quiz.stub], name: "90.2.swift").text().contains("no answer yet"))
  }
}
