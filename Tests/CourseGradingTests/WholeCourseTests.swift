import Course
import CourseGrading
import Foundation
import Interpreter
import NotebookFormat
import Testing

/// The course of this repository is held to its promises. What must be run for that, `Tests/Course` runs with the optimised
/// library.
@Suite("The course", .serialized) struct WholeCourseTests {
  @Test("Lessons, exercises and notebooks agree") func findings() {
    let findings = CourseAudit(Surroundings.course).findings()
    #expect(findings.isEmpty, "\(findings.map { "\($0.place): \($0.message)" }.joined(separator: "\n"))")
  }

  private static let lessons = Surroundings.course.lessonFolders

  @Test("A handout has no line of a solution, and works on its own", arguments: lessons)
  func handout(folder: String) throws {
    let target = try Surroundings.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: target) }
    let files = try CourseHandout(Surroundings.course).write(lessons: [folder], to: target)
    let course = CourseFolder(root: target)
    #expect(CourseAudit(course).findings().isEmpty)
    let lesson = try course.lesson(folder: folder)
    for id in lesson.exercises where try Surroundings.course.exercise(id).kind != .quiz {
      let full = try Surroundings.course.exercise(id)
      #expect(try course.exercise(id).solution == nil)
      #expect(try course.exercise(id).mistakes.map(\.sentence) == full.mistakes.map(\.sentence))
      for file in files {
        let text = try String(contentsOfFile: "\(target)/\(file)", encoding: .utf8)
        #expect(SolutionLines(full).first(in: text) == nil, "\(file)")
        #expect(!text.contains(Surroundings.repository), "\(file) names a place on this machine")
      }
    }
    #expect(!files.contains { $0.contains("solution") || $0.contains("wrong/") })
  }
}

/// The audit itself finds what it is to find.
@Suite("The audit of a course", .serialized) struct AuditTests {
  @Test("finds a stub that passes, a solution that does not, and mistakes that are not caught as they say")
  func exercise() async throws {
    var exercise = try Surroundings.smallCourse.exercise("90.1")
    let configuration = try Surroundings.configuration
    #expect(await ExerciseAudit(exercise, configuration: configuration).findings().isEmpty)
    exercise.stub = "func double(_ n: Int) -> Int { 4 }"
    exercise.solution = "func double(_ n: Int) -> Int { 2 * abs(n) }"
    exercise.mistakes[0].caughtBy = ["two"]
    exercise.mistakes[1].code = "func double("
    let messages = await ExerciseAudit(exercise, configuration: configuration).findings().map(\.message)
    for part in ["the stub earns 1 points by two", "the solution does not pass", "is caught by", "does not run"] {
      #expect(messages.contains { $0.contains(part) }, "\(messages)")
    }
  }

  @Test("finds a hint that gives the solution away") func leak() async throws {
    var exercise = try Surroundings.smallCourse.exercise("90.1")
    exercise.hints[2] = "```swift\nlet sum = number + number\n```"
    let messages = await ExerciseAudit(exercise, configuration: try Surroundings.configuration).findings().map(
      \.message)
    #expect(messages.contains { $0.contains("hints.md gives away") })
  }

  @Test("finds output that is not shown, and code that should fail and does not") func lesson() async throws {
    var lesson = try Surroundings.smallCourse.lesson(folder: "90-doubling")
    let configuration = try Surroundings.configuration
    #expect(await LessonRun(lesson, configuration: configuration).findings().isEmpty)
    guard case .code(var code) = lesson.sections[0].steps[1], case .code(var broken) = lesson.sections[1].steps[0]
    else {
      Issue.record("the lesson has other steps")
      return
    }
    code.output = ExpectedOutput("22")
    broken.text = "number"
    lesson.sections[0].steps[1] = .code(code)
    lesson.sections[1].steps[0] = .code(broken)
    let findings = await LessonRun(lesson, configuration: configuration).findings()
    #expect(findings.map(\.expected) == ["22", nil] && findings.map(\.shown) == ["21\n", nil], "\(findings)")
    #expect(findings.first?.text.contains("shown:\n  21\n\nexpected:\n  22") == true, "\(findings)")
    #expect(findings.last?.message.contains("meant to fail") == true)
  }

  @Test("finds notebooks that are old, and exercises that no lesson leads to") func oldNotebooks() throws {
    let messages = CourseAudit(Surroundings.smallCourse).findings().map(\.message)
    #expect(messages.count == 2 && messages.allSatisfy { $0.contains("is not what the lesson says") }, "\(messages)")
  }
}
