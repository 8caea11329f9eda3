import Foundation
import Interpreter

/// Runs a few cells from start to end and measures them.
public struct EngineProbe: Sendable {
  /// From nothing to a worker that is ready.
  public var start: Duration
  public var firstCell: Duration
  /// A different cell, once everything is warm.
  public var warmCell: Duration
  /// The same cell again, whose library is reused.
  public var sameCellAgain: Duration

  /// A cell of the probe did not come to its end.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  public static func run(environment: [String: String] = ProcessInfo.processInfo.environment) async throws
    -> EngineProbe
  {
    let clock = ContinuousClock()
    var session: Session?
    let start = try await clock.measure {
      let fresh = try Session(
        configuration: SessionConfiguration(
          toolchain: .located(environment: environment), installation: .located(environment: environment),
          environment: environment))
      await fresh.start()
      session = fresh
    }
    guard let session else { throw Failure(description: "no session") }
    // A number that no cell has had makes sure that the compiler is asked.
    let fresh = UInt64.random(in: 0 ... .max)
    func time(_ number: Int, _ code: String) async throws -> Duration {
      var failure: CellFailure?
      let duration = await clock.measure {
        failure = await session.execute(CellRequest(number: number, code: code), output: CollectedOutput()).failure
      }
      if let failure { throw Failure(description: failure.report.plain) }
      return duration
    }
    let first = try await time(1, "let probe: UInt64 = \(fresh)")
    let warm = try await time(2, "print(probe &+ 1)")
    let again = try await time(3, "print(probe &+ 1)")
    await session.shutdown()
    return EngineProbe(start: start, firstCell: first, warmCell: warm, sameCellAgain: again)
  }
}
