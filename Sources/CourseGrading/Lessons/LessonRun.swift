import Course
import Interpreter

/// Runs the code of a lesson from start to end and compares what it shows with what the text says.
public struct LessonRun: Sendable {
  public let lesson: Lesson
  public let configuration: SessionConfiguration

  public init(_ lesson: Lesson, configuration: SessionConfiguration) {
    self.lesson = lesson
    self.configuration = configuration
  }

  public func findings() async -> [CourseFinding] {
    guard let session = try? Session(configuration: configuration) else {
      return [CourseFinding(lesson.file, "no session can be started")]
    }
    await session.start()
    var findings: [CourseFinding] = []
    for (index, code) in lesson.code.filter({ $0.kind != .shown }).enumerated() {
      let output = CollectedOutput()
      let result = await session.execute(
        CellRequest(number: index + 1, code: code.text, allowsInput: false), output: output)
      if let finding = finding(code, result, output.text) { findings.append(finding) }
    }
    await session.shutdown()
    return findings
  }

  private func finding(_ code: LessonCode, _ result: CellResult, _ seen: String) -> CourseFinding? {
    let place = "\(lesson.file):\(code.line)"
    switch (code.kind, result.failure) {
    case (.breaks, nil): return CourseFinding(place, "the code is meant to fail, and it does not")
    case (.breaks, let failure?):
      guard let wanted = code.output, !wanted.matches(failure.report.plain) else { return nil }
      return CourseFinding(
        place, "the failure says something else than the text", shown: failure.report.plain, expected: wanted.text)
    case (_, let failure?): return CourseFinding(place, "the code fails:\n\(failure.report.plain)")
    case (_, nil):
      guard let wanted = code.output, !wanted.matches(seen) else { return nil }
      return CourseFinding(
        place, "the code shows something else than the text", shown: seen, expected: wanted.text)
    }
  }
}
