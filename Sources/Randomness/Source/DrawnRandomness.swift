internal import Interruption
import Synchronization

/// Where random sources stood when a function began to draw from them, so that it can draw the same numbers once more.
///
/// A layer whose call was noted drops the same again where it is repeated.
///
/// It counts for ``RandomSource/current`` and for any other source, such as a layer's own. Repeating does not move a source,
/// wherever that stands by now.
package final class DrawnRandomness: Sendable {
  /// A source, kept so that no other one gets its address, and where it stood.
  private struct Beginning {
    let source: RandomSource
    let generator: RandomGenerator
  }
  private let current = RandomSource.current
  private let beginnings = Mutex<[ObjectIdentifier: Beginning]>([:])

  package init() {}

  /// Runs a function and notes where each source stands before something is drawn from it.
  package func noting<Result>(_ body: () -> Result) -> Result {
    let outer = RandomSource.standIn
    let noting: @Sendable (RandomSource) -> RandomSource = { source in
      let active = outer?(source) ?? source
      self.note(source, active.ownGenerator)
      return active
    }
    return RandomSource.$standIn.withValue(noting, operation: body)
  }

  /// Runs a function for which each noted source stands where it stood then.
  package func repeating<Result>(_ body: () -> Result) -> Result {
    let outer = RandomSource.standIn
    let standIns = beginnings.withUninterruptedLock { $0.mapValues { RandomSource($0.generator) } }
    let repeating: @Sendable (RandomSource) -> RandomSource = { source in
      standIns[ObjectIdentifier(source)] ?? outer?(source) ?? source
    }
    return RandomSource.$standIn.withValue(repeating) { RandomSource.$current.withValue(current, operation: body) }
  }

  private func note(_ source: RandomSource, _ generator: RandomGenerator) {
    beginnings.withUninterruptedLock { beginnings in
      guard beginnings[ObjectIdentifier(source)] == nil else { return }
      beginnings[ObjectIdentifier(source)] = Beginning(source: source, generator: generator)
    }
  }
}
