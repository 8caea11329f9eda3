import Course
import Interpreter

/// Grades a piece of work, one or more pieces of Swift text, in a session of its own.
public struct WorkGrader: Sendable {
  /// How long the compiler and all else may take beside the code's own time.
  private static let compilationLimit = Duration.seconds(120)

  public let exercise: Exercise
  public var configuration: SessionConfiguration

  public init(_ exercise: Exercise, configuration: SessionConfiguration) {
    self.exercise = exercise
    self.configuration = configuration
    self.configuration.environment["GLASSBOX_MEMORY_LIMIT"] = "\(exercise.megabytes)M"
  }

  /// Runs the work and checks what it has declared. A task that is cancelled stops the run.
  ///
  /// - Parameter name: What the work is called in messages, for instance `08.2.swift`.
  public func grade(_ work: [String], name: String) async -> GradeReport {
    let start = ContinuousClock.now
    let session: Session
    do { session = try Session(configuration: configuration) } catch {
      return Grader(exercise).report(notRunBecause: ["\(error)"], since: start)
    }
    return await withTaskCancellationHandler {
      await grade(work, name: name, in: session, since: start)
    } onCancel: {
      session.interrupt()
    }
  }

  private func grade(
    _ work: [String], name: String, in session: Session, since start: ContinuousClock.Instant
  ) async -> GradeReport {
    let grader = Grader(exercise)
    await session.start()
    let output = CollectedOutput()
    for (index, text) in work.enumerated() {
      if let remark = await run(text, number: index + 1, in: session, output: output, name: name) {
        await session.shutdown()
        return grader.report(notRunBecause: [remark], since: start)
      }
    }
    var report = await grader.grade(in: session, output: output)
    for index in report.results.indices {
      report.results[index].details = report.results[index].details.map { ReportWords.of(file: name, $0) }
    }
    await session.shutdown()
    report.printed = printed(output.text)
    let open = exercise.unwritten(in: work.joined(separator: "\n"))
    if !open.isEmpty, !report.isPassed {
      // What is not there yet looks like many a mistake.
      report.mistake = nil
      report.remarks.append("Not written yet: \(open.joined(separator: ", ")).")
    }
    if looksLikeAReport(output.text) {
      report.remarks.append(
        "The code prints what looks like a report of checks. Nobody reads that: only what the checks themselves find counts."
      )
    }
    return report
  }

  /// Runs a piece of work to its end, but no longer than the exercise allows.
  ///
  /// - Returns: Why it cannot be graded.
  private func run(
    _ text: String, number: Int, in session: Session, output: CollectedOutput, name: String
  ) async -> String? {
    let timer = Task {
      try await Task.sleep(for: Self.compilationLimit)
      session.interrupt()
    }
    let result = await session.execute(
      CellRequest(number: number, code: text, allowsInput: false, timeLimit: .seconds(exercise.seconds)),
      output: output)
    timer.cancel()
    switch result.ending {
    case .success: return nil
    case .interrupted where result.timings.run == .zero:
      return "\(name) takes the compiler more than \(Self.compilationLimit.components.seconds) seconds."
    case .interrupted where Task.isCancelled: return "The check was stopped."
    case .interrupted:
      return
        "\(name) was stopped after \(exercise.seconds) seconds, before the checks could begin. Is there a loop without an end outside of the functions?"
    case .failure(let failure): return ReportWords.of(file: name, failure.report.plain)
    }
  }

  private func printed(_ text: String) -> String? {
    var text = text[...]
    while text.last?.isNewline == true { text.removeLast() }
    return text.isEmpty ? nil : String(text.prefix(10_000))
  }

  private func looksLikeAReport(_ text: String) -> Bool {
    text.contains("\"kind\":\"event\"") || text.contains("\"kind\": \"event\"")
      || text.firstMatch(of: /\d+ of \d+ points/) != nil || text.contains("All tests passed")
      || text.contains("Test run with")
  }
}
