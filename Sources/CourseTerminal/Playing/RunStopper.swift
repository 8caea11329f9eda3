import CourseGrading
import Interpreter
import Synchronization

/// Stops what a lesson is doing, from wherever Ctrl-C is noticed.
public final class RunStopper: Sendable {
  private let session: Session
  private let check = Mutex<Task<GradeReport, Never>?>(nil)

  init(_ session: Session) { self.session = session }

  public func stop() {
    session.interrupt()
    check.withLock { $0?.cancel() }
  }

  /// Does a check that can be stopped.
  func during(_ work: @escaping @Sendable () async -> GradeReport) async -> GradeReport {
    let task = Task { await work() }
    check.withLock { $0 = task }
    defer { check.withLock { $0 = nil } }
    return await task.value
  }
}
