import Synchronization

/// The pieces of a job that lie beside each other and are meant for one thread, which is the first to take them.
///
/// `@unchecked Sendable`: `end` is written by the one caller that has claimed the job, while it is closed.
final class Share: @unchecked Sendable {
  private let first = Atomic(0)
  private var end = 0
  /// Two shares are not to lie beside each other in the cache.
  private let distance = InlineArray<16, Int>(repeating: 0)

  func open(_ pieces: Range<Int>) {
    first.store(pieces.lowerBound, ordering: .relaxed)
    end = pieces.upperBound
  }

  /// A piece that nobody else gets, or none if all are taken.
  func next() -> Int? {
    // Looking first leaves the line of the cache with those who have work there.
    guard first.load(ordering: .relaxed) < end else { return nil }
    let piece = first.add(1, ordering: .relaxed).oldValue
    return piece < end ? piece : nil
  }
}
