import Randomness

/// Which examples each batch holds: all of them once in each epoch, every epoch in another order.
///
///     let order = ExampleOrder(count: 10, batchSize: 4, seed: 1)
///     order.examples(ofBatch: 0)     // four of the numbers 0 to 9
///
/// A batch hangs on its number and the seed alone, so a training can go on anywhere. A batch may hold the last examples of
/// one epoch and the first ones of the next; all are equally large.
public struct ExampleOrder: Sendable {
  public let count: Int
  public let batchSize: Int
  private let generator: RandomGenerator?
  /// What the order hangs on, by name: with the same numbers each batch holds the same examples.
  let settings: [String: Int]

  /// - Parameter seed: What decides on the order; `nil` leaves the examples as they are.
  public init(count: Int, batchSize: Int, seed: UInt64?) {
    (self.count, self.batchSize) = (max(count, 1), max(batchSize, 1))
    settings = ["examples": count, "batchSize": batchSize, "seed": Int(truncatingIfNeeded: seed ?? 0)]
    generator = seed.map { RandomGenerator(seed: $0).split("examples") }
  }

  /// How many batches it takes until all examples have been seen.
  public var batchesPerEpoch: Int { (count + batchSize - 1) / batchSize }

  /// The numbers of the examples in a batch. Cost: dealing out an epoch, or two where the batch lies across.
  public func examples(ofBatch batch: Int) -> [Int] {
    let places = batch * batchSize..<(batch + 1) * batchSize
    let epochs = places.lowerBound / count...(places.upperBound - 1) / count
    let orders = epochs.map(order)
    return places.map { orders[$0 / count - epochs.lowerBound][$0 % count] }
  }

  private func order(ofEpoch epoch: Int) -> [Int] {
    guard var generator = generator?.split(epoch) else { return Array(0..<count) }
    return generator.permutation(count)
  }
}
