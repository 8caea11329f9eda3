import Course
import CourseGrading
import Foundation
import Interpreter

/// Looks at everything that the course needs on this machine.
public struct CourseDoctor: Sendable {
  public struct Finding: Sendable, Codable {
    public var isGood: Bool
    public var subject: String
    public var detail: String
    /// What to do about it.
    public var remedy: String?
  }

  private let course: CourseFolder?
  private let work: WorkFolder

  public init(course: CourseFolder?, work: WorkFolder) {
    self.course = course
    self.work = work
  }

  public func findings() async -> [Finding] {
    var findings = [courseFinding, workFinding]
    findings.append(await engineFinding)
    let isolation = await Isolation.best()
    findings.append(Finding(isGood: true, subject: "grading", detail: isolation.words))
    let editor = LineEditor(historyPath: work.root + "/history").isThere
    findings.append(
      Finding(
        isGood: true, subject: "prompt",
        detail: editor ? "lines can be edited, with history and completion" : "lines are read as they come",
        remedy: editor ? nil : "Install the system's package libedit2 for history and completion."))
    return findings
  }

  private var courseFinding: Finding {
    guard let course else {
      return Finding(
        isGood: false, subject: "course", detail: "no folder with Lessons/ and Exercises/ is near",
        remedy: "Go to the kit's folder, or name it with --course.")
    }
    let mistakes = CourseAudit(course).findings()
    guard let first = mistakes.first else {
      return Finding(
        isGood: true, subject: "course",
        detail: "\(course.lessonFolders.count) lessons and \(course.exerciseIDs.count) exercises in \(course.root)")
    }
    return Finding(
      isGood: false, subject: "course", detail: "\(first.place): \(first.message)",
      remedy: "`\(ProgramName.words) check-course` lists everything.")
  }

  private var workFinding: Finding {
    do throws(CourseProblem) {
      try work.prepare()
      let probe = "\(work.root)/.probe"
      guard FileManager.default.createFile(atPath: probe, contents: Data()) else {
        throw .cannotWrite(path: work.root, reason: "no file can be made in it")
      }
      try? FileManager.default.removeItem(atPath: probe)
      let unreadable = work.log.unreadableLines
      let remark = unreadable > 0 ? " (\(unreadable) lines of progress.jsonl cannot be read and are passed over)" : ""
      return Finding(isGood: true, subject: "your files", detail: work.root + remark)
    } catch {
      return Finding(
        isGood: false, subject: "your files", detail: "\(error)",
        remedy: "Name a folder of yours with --work or in GLASSBOX_WORK.")
    }
  }

  private var engineFinding: Finding {
    get async {
      do {
        let session = try Session(configuration: SessionConfiguration(toolchain: try .located()))
        await session.start()
        let clock = ContinuousClock()
        let start = clock.now
        let output = CollectedOutput()
        let result = await session.execute(
          CellRequest(number: 1, code: "import Glassbox\nTensor([\(UInt16.random(in: .min ... .max)), 1]).shape"),
          output: output)
        await session.shutdown()
        if let failure = result.failure { throw EngineFailure(description: failure.report.plain) }
        let took = (clock.now - start).formatted(.units(allowed: [.milliseconds]))
        return Finding(isGood: true, subject: "engine", detail: "a first piece of code ran in \(took)")
      } catch {
        return Finding(
          isGood: false, subject: "engine", detail: "\(error)", remedy: "Run `make lesson` to build everything.")
      }
    }
  }

  private struct EngineFailure: Error, CustomStringConvertible { let description: String }
}
