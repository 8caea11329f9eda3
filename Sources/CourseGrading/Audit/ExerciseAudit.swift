import Course
import Interpreter

/// Holds an exercise to what it promises: its beginning compiles and earns nothing, its solution passes, and every wrong
/// solution is caught by the checks that it names and recognised by them.
public struct ExerciseAudit: Sendable {
  public let exercise: Exercise
  public let configuration: SessionConfiguration

  public init(_ exercise: Exercise, configuration: SessionConfiguration) {
    self.exercise = exercise
    self.configuration = configuration
  }

  /// Everything runs in one session: a later declaration takes the place of an earlier one, as in a notebook.
  public func findings() async -> [CourseFinding] {
    guard let session = try? Session(configuration: configuration) else {
      return [CourseFinding(exercise.id, "no session can be started")]
    }
    await session.start()
    var findings = staticFindings
    if let report = await grade(exercise.stub, "the stub", in: session, &findings), report.points > 0 {
      let passed = report.results.filter { $0.verdict == .passed }.map(\.name)
      findings.append(
        CourseFinding(exercise.id, "the stub earns \(report.points) points by \(passed.joined(separator: ", "))"))
    }
    if let solution = exercise.solution,
      let report = await grade(solution, "the solution", in: session, &findings), !report.isPassed
    {
      findings.append(CourseFinding(exercise.id, "the solution does not pass:\n\(report.text())"))
    }
    for mistake in exercise.mistakes {
      guard let code = mistake.code, let report = await grade(code, mistake.file, in: session, &findings) else {
        continue
      }
      if report.notPassed != mistake.caughtBy {
        findings.append(
          CourseFinding(
            exercise.id,
            "\(mistake.file) names \(mistake.caughtBy.sorted()) and is caught by \(report.notPassed.sorted())"))
      } else if report.mistake != mistake.sentence {
        findings.append(
          CourseFinding(exercise.id, "\(mistake.file) is taken for another mistake: \(report.mistake ?? "none")"))
      }
    }
    await session.shutdown()
    return findings
  }

  /// What can be said without running anything.
  private var staticFindings: [CourseFinding] {
    var findings: [CourseFinding] = []
    if exercise.kind != .quiz, exercise.mistakes.isEmpty {
      findings.append(CourseFinding(exercise.id, "there is no wrong solution"))
    }
    for mistake in exercise.mistakes where mistake.caughtBy.isEmpty {
      findings.append(CourseFinding(exercise.id, "\(mistake.file) is caught by nothing"))
    }
    let lines = SolutionLines(exercise)
    for (name, text) in [("hints.md", exercise.hints.joined(separator: "\n")), ("checks.swift", exercise.suite)] {
      if exercise.kind != .quiz, let line = lines.first(in: text) {
        findings.append(CourseFinding(exercise.id, "\(name) gives away a line of the solution: \(line)"))
      }
    }
    return findings
  }

  private func grade(
    _ code: String, _ name: String, in session: Session, _ findings: inout [CourseFinding]
  ) async -> GradeReport? {
    let output = CollectedOutput()
    let result = await session.execute(CellRequest(number: 1, code: code, allowsInput: false), output: output)
    if let failure = result.failure {
      findings.append(CourseFinding(exercise.id, "\(name) does not run:\n\(failure.report.plain)"))
      return nil
    }
    let report = await Grader(exercise).grade(in: session, output: output)
    guard report.results.contains(where: { $0.verdict != .notRun }) else {
      findings.append(CourseFinding(exercise.id, "\(name): no check was run:\n\(report.text())"))
      return nil
    }
    return report
  }
}
