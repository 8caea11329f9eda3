/// How a cell went.
public struct CellResult: Sendable {
  public enum Ending: Sendable {
    case success
    case failure(CellFailure)
    case interrupted(CellFailure)
  }

  public var ending: Ending
  public var timings: CellTimings

  public init(ending: Ending, timings: CellTimings = CellTimings()) {
    self.ending = ending
    self.timings = timings
  }

  /// What went wrong, if anything did.
  public var failure: CellFailure? {
    switch ending {
    case .success: nil
    case .failure(let failure), .interrupted(let failure): failure
    }
  }
}
