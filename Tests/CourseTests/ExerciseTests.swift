import Foundation
import Testing

@testable import Course

@Suite("Exercises") struct ExerciseTests {
  @Test("An exercise has its task, checks, hints and known mistakes") func whole() throws {
    let exercise = try smallCourse.exercise("90.1")
    #expect(exercise.task == "Write `double`." && exercise.afterword == "You can double.")
    #expect(exercise.checks.map(\.name) == ["two", "three", "negative"])
    #expect(exercise.checks.map(\.points) == [1, 2, 1] && exercise.points == 4)
    #expect(exercise.checks[1].title == "three doubled is six")
    #expect(exercise.hints.count == 3 && exercise.names == ["double"])
    #expect(exercise.mistakes.map(\.caughtBy) == [["negative"], ["three", "negative"]])
    #expect(exercise.lesson == "90" && exercise.cellID == "exercise-90-1")
  }

  @Test("A quiz makes its own beginning, solution and checks") func quiz() throws {
    let quiz = try smallCourse.exercise("90.2")
    #expect(quiz.stub.contains("let answers90_2 = [\"?\"]"))
    #expect(quiz.solution?.contains("[\"a\"]") == true)
    #expect(quiz.checks.map(\.name) == ["question1"])
    #expect(quiz.suite.contains("\"b\": \"Then −1 and −1 would be positive.\""))
  }

  /// A copy of exercise 90.1 with one file changed.
  private func changed(_ file: String, _ text: String?) throws -> (TemporaryFolder, ExerciseReader) {
    let folder = try TemporaryFolder()
    let target = folder.path + "/90.1"
    try FileManager.default.copyItem(atPath: try smallCourse.exercise("90.1").folder, toPath: target)
    if let text {
      try folder.write(text, to: "90.1/\(file)")
    } else {
      try FileManager.default.removeItem(atPath: "\(target)/\(file)")
    }
    return (folder, ExerciseReader(folder: target))
  }

  @Test(
    "What is missing or wrong is named with its file",
    arguments: [
      ("checks.swift", "import Testing\n@Suite struct S {}\n", 1, CourseMistake.Kind.noChecks),
      (
        "checks.swift", "@Test func a() {}\n", 1,
        .check("say what must hold: `@Test(\"a row sums to 1 (2 points)\")`.")
      ),
      (
        "checks.swift", "@Test(\"a\") func a() {}\n@Test(\"b\") func a() {}\n", 2,
        .check("there are two functions `a`.")
      ),
      ("hints.md", "## Hint 1\n\nOne.\n", 1, .hints(found: 1)),
      ("wrong/square.swift", "func double(_ n: Int) -> Int { 0 }\n", 1, .header(field: "mistake")),
      (
        "wrong/square.swift", "// mistake: m\n// caught by: five\n", 2,
        .unknownCheck("five", known: ["two", "three", "negative"])
      ),
      (
        "task.md", "---\nid: 90.7\ntitle: T\nkind: reference\nprovides: a\n---\n", 2,
        .nameMismatch(folder: "90.1", header: "90.7")
      ),
      ("task.md", "---\nid: 90.1\ntitle: T\nkind: reference\n---\n", 1, .missingField("provides")),
    ])
  func mistakes(file: String, text: String, line: Int, kind: CourseMistake.Kind) throws {
    let (folder, reader) = try changed(file, text)
    #expect(throws: CourseMistake(file: "\(folder.path)/90.1/\(file)", line: line, kind)) { try reader.exercise() }
  }

  @Test("A copy without solutions is read as well") func handout() throws {
    let (folder, _) = try changed("solution.swift", nil)
    try FileManager.default.removeItem(atPath: folder.path + "/90.1/wrong")
    let full = try smallCourse.exercise("90.1")
    try folder.write(MistakeList.text(of: full.mistakes), to: "90.1/mistakes.txt")
    let exercise = try ExerciseReader(folder: folder.path + "/90.1").exercise()
    #expect(exercise.solution == nil)
    #expect(exercise.mistakes.map(\.sentence) == full.mistakes.map(\.sentence))
    #expect(exercise.mistakes.map(\.caughtBy) == full.mistakes.map(\.caughtBy))
  }

  @Test("A number without its zero is the same exercise; an unknown one is named") func ids() {
    #expect(CourseFolder.fullID("8.2") == "08.2" && CourseFolder.fullID("08.2") == "08.2")
    #expect(throws: CourseMistake(file: smallCourse.exercisesFolder, line: 1, .unknownExercise("90.9"))) {
      try smallCourse.exercise("90.9")
    }
  }

  @Test("Lines of a solution are found in other texts, those of the stub are not") func solutionLines() throws {
    let lines = SolutionLines(try smallCourse.exercise("90.1"))
    #expect(lines.first(in: "  let sum = number + number  // the sum") == "let sum = number + number")
    #expect(lines.first(in: "func double(_ number: Int) -> Int {\n}") == nil)
  }

  @Test(
    "Lines that nobody can avoid give nothing away, lines that say much do",
    arguments: [
      ("optimizer.step()", false), ("for _ in 0..<steps {", false), ("for step in 0..<count {", false),
      ("loss.backward()", false), ("guard let first = values.first else { return nil }", false),
      ("let weights = softmax(select(mask, scores, low))", true),
      ("return scale * (x - mean) / squareRoot(variance)", true),
    ])
  func distinctive(line: String, isDistinctive: Bool) throws {
    var exercise = try smallCourse.exercise("90.1")
    exercise.solution = "func double(_ number: Int) -> Int {\n  \(line)\n  return number * 7 + offset / spread - 3\n}"
    #expect((SolutionLines(exercise).first(in: "  " + line) != nil) == isDistinctive)
  }
}
