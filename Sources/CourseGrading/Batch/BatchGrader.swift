import Course
import Foundation
import Interpreter

/// Grades many submissions, several at a time. Each exercise of each submission runs in a process of its own, with limits
/// and shut off from the rest; whatever one does is a line in its own report.
public struct BatchGrader: Sendable {
  public let course: CourseFolder
  public let exercises: [Exercise]
  public let configuration: SessionConfiguration
  public let isolation: Isolation
  /// Folders that the submissions' code must find empty: the course's answers, the other submissions.
  public let hidden: [String]
  public let jobs: Int

  public init(
    course: CourseFolder, exercises: [Exercise], configuration: SessionConfiguration, isolation: Isolation,
    hidden: [String], jobs: Int
  ) {
    self.course = course
    self.exercises = exercises
    self.configuration = configuration
    self.isolation = isolation
    self.hidden = hidden
    self.jobs = max(1, jobs)
  }

  /// Grades all submissions; `onReport` hears of each as it is done.
  ///
  /// - Returns: The reports in the order of the submissions.
  public func grade(
    _ submissions: [Submission], onReport: @Sendable (StudentReport) -> Void = { _ in }
  ) async -> [StudentReport] {
    await withTaskGroup(of: (Int, StudentReport).self) { group in
      var waiting = submissions.enumerated().makeIterator()
      var reports: [Int: StudentReport] = [:]
      func startNext() {
        guard let (index, submission) = waiting.next() else { return }
        group.addTask { (index, await report(submission)) }
      }
      for _ in 0..<jobs { startNext() }
      for await (index, report) in group {
        onReport(report)
        reports[index] = report
        startNext()
      }
      return submissions.indices.compactMap { reports[$0] }
    }
  }

  private func report(_ submission: Submission) async -> StudentReport {
    var report = StudentReport(student: submission.student, remarks: submission.remarks, grades: [])
    for exercise in exercises {
      guard let work = submission.work[exercise.id] else {
        report.grades.append(
          Grader(exercise).report(
            notRunBecause: ["Nothing was handed in for \(exercise.id)."], since: ContinuousClock.now))
        continue
      }
      report.grades.append(await grade(work, exercise))
    }
    return report
  }

  private func grade(_ work: [String], _ exercise: Exercise) async -> GradeReport {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "glassbox-grade-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    var configuration = configuration
    configuration.directory = scratch
    var kept = ""
    if isolation.tool != .none {
      // A new home would be a new cache, and each submission would compile all modules of the system again. The cache is
      // shared only where submissions cannot change what lies in it.
      kept = configuration.cacheFolder
      try? FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
      configuration.cacheFolder = kept
    }
    configuration.launcher = isolation.launcher(scratch: scratch, hidden: hidden, kept: kept)
    configuration.environment["HOME"] = scratch
    configuration.environment["TMPDIR"] = scratch
    configuration.environment["GLASSBOX_LIMIT_CPU"] = "\(4 * exercise.seconds + 60)"
    configuration.environment["GLASSBOX_LIMIT_FILE"] = "64M"
    // Threads' stacks count here too; what the learner's code itself may use is a limit that the worker watches.
    configuration.environment["GLASSBOX_LIMIT_MEMORY"] = "\(exercise.megabytes + 4000)M"
    return await WorkGrader(exercise, configuration: configuration).grade(work, name: "\(exercise.id).swift")
  }
}
