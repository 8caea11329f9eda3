import Synchronization

/// A wish that a training ends after the step that it is in, with a checkpoint. Any thread may say it.
///
///     let request = StopRequest()
///     request.stop()
///     request.isMade     // true
public final class StopRequest: Sendable {
  private let made = Atomic(false)

  public init() {}

  public var isMade: Bool { made.load(ordering: .relaxed) }
  public func stop() { made.store(true, ordering: .relaxed) }
}
