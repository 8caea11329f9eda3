/// Runs a cell from start to end. The engine provides it; the doctor needs to know no more of it.
public protocol CellProbe: Sendable {
  /// Starts a session, runs a cell, and runs the same cell once more.
  func run() async throws -> CellTimings
}

/// How long the steps of a probe took.
public struct CellTimings: Codable, Sendable, Equatable {
  /// From nothing to a worker that is ready.
  public var start: Duration
  public var firstCell: Duration
  /// A different cell, once everything is warm.
  public var warmCell: Duration
  /// The same cell again, whose library is reused.
  public var sameCellAgain: Duration

  public init(start: Duration, firstCell: Duration, warmCell: Duration, sameCellAgain: Duration) {
    self.start = start
    self.firstCell = firstCell
    self.warmCell = warmCell
    self.sameCellAgain = sameCellAgain
  }
}
