import Course
import Interpreter

/// Grades what a session's cells have declared by the checks of an exercise.
public struct Grader: Sendable {
  public let exercise: Exercise

  public init(_ exercise: Exercise) { self.exercise = exercise }

  /// Names that the checks rely on.
  private static let reservedNames: Set<String> = [
    "Check", "CheckFailure", "CourseChecks", "Glassbox", "Issue", "Suite", "Swift", "Tensor", "Tensors", "Test",
    "Testing", "expect", "require",
  ]

  /// Words with which code can reach around the checks: into their library, or under their names.
  private static let forbiddenWords: Set<String> = [
    "CourseChecks", "CheckFailure", "Testing", "_cdecl", "_silgen_name", "_dynamicReplacement", "_extern", "dlopen",
    "dlsym", "swt_abiv0_getEntryPoint",
  ]

  var request: CheckRequest {
    CheckRequest(
      name: "Checks\(exercise.identifier)", text: exercise.suite, names: exercise.names,
      reservedNames: Self.reservedNames, forbiddenWords: Self.forbiddenWords, timeLimit: .seconds(exercise.seconds))
  }

  /// Grades from outside a cell.
  public func grade(in session: Session, output: any CellOutput) async -> GradeReport {
    let start = ContinuousClock.now
    return report(await session.check(request, output: output), since: start)
  }

  /// Grades as a part of a cell.
  func grade(within session: isolated Session, call: CommandCall, output: any CellOutput) async -> GradeReport {
    let start = ContinuousClock.now
    return report(await session.check(request, number: call.request.number, output: output), since: start)
  }

  /// A report in which no check was run.
  func report(notRunBecause remarks: [String], since start: ContinuousClock.Instant) -> GradeReport {
    let results = exercise.checks.map {
      GradeReport.Result(name: $0.name, title: $0.title, points: $0.points, verdict: .notRun, details: [])
    }
    return report(results, remarks: remarks, since: start)
  }

  private func report(_ outcome: CheckOutcome, since start: ContinuousClock.Instant) -> GradeReport {
    let events = TestEvents(outcome.records)
    let words = OutcomeWords(outcome.ending, exercise: exercise)
    guard words.wasRun else { return report(notRunBecause: words.remarks, since: start) }
    // A suite that Swift Testing does not find, or not whole, is a mistake of the course: never a pass.
    let missing = exercise.checks.map(\.name).filter { !events.found.contains($0) }
    guard missing.isEmpty || !words.isFinished else {
      return report(
        notRunBecause: [
          "Swift Testing has found \(events.found.count) of the \(exercise.checks.count) checks; \(missing.joined(separator: ", ")) is missing. This is a mistake of the course, not yours."
        ], since: start)
    }
    let results = exercise.checks.map { check in
      var result = GradeReport.Result(
        name: check.name, title: check.title, points: check.points, verdict: .notReached,
        details: events.details[check.name] ?? [])
      switch events.states[check.name] {
      case .passed: result.verdict = .passed
      case .failed: result.verdict = .failed
      case .running:
        result.verdict = words.verdictOfRunning
        result.details += words.details
      case nil: result.verdict = .notReached
      }
      return result
    }
    return report(results, remarks: words.remarks, since: start)
  }

  private func report(
    _ results: [GradeReport.Result], remarks: [String], since start: ContinuousClock.Instant
  ) -> GradeReport {
    let passed = ContinuousClock.now - start
    var report = GradeReport(
      exercise: exercise.id, title: exercise.title, results: results, remarks: remarks, printed: nil, mistake: nil,
      afterword: exercise.afterword, hints: exercise.hints.count,
      seconds: Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
    // A run that was cut short shows too little of a mistake to recognise it.
    if results.allSatisfy({ $0.verdict == .passed || $0.verdict == .failed }) {
      report.mistake = exercise.mistakes.first { $0.caughtBy == report.notPassed }?.sentence
    }
    return report
  }
}
