/// Why a run of a ``TrainingLoop`` has come to its end.
public enum TrainingEnd: Sendable, Equatable {
  /// All steps are done.
  case finished
  /// The evaluation has not become better for as long as the patience lasted.
  case noProgress
  /// Somebody has asked for it: the task was cancelled, or ``StopRequest/stop()`` was called.
  case stopped
}
