extension RandomGenerator {
  /// A generator of its own for a number: a layer, an epoch, a worker.
  ///
  ///     let epoch = 3
  ///     var order = generator.split(epoch)
  ///     order.permutation(1000)                     // the same for each run, another one in each epoch
  ///
  /// It depends on the key and the label alone, not on the position: the same label gives the same generator again.
  /// The new key is the first half of the block with the counter (label, label, 1, 0).
  public func split(_ label: some BinaryInteger) -> RandomGenerator {
    let label = UInt64(truncatingIfNeeded: label)
    return child([label.lowHalf, label.highHalf, Domain.numberedLabels.rawValue, 0])
  }

  /// A generator of its own for a name.
  ///
  ///     var dropout = generator.split("dropout")
  ///     dropout.bernoulli(count: 8, probability: 0.9)
  ///
  /// Each eight bytes of the text in UTF-8 change the key in turn, the last ones filled up with zeros; the counter is
  /// (bytes, bytes, 2, length of the text).
  public func split(_ label: String) -> RandomGenerator {
    let bytes = Array(label.utf8)
    var child = self
    for start in stride(from: 0, to: max(bytes.count, 1), by: 8) {
      let piece = bytes[start..<min(start + 8, bytes.count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      // The reduction leaves the first byte lowest, and zeros above the last one.
      child = child.child([
        piece.lowHalf, piece.highHalf, Domain.writtenLabels.rawValue, UInt32(truncatingIfNeeded: bytes.count),
      ])
    }
    return child
  }

  /// A new generator each time: the one for the number that ``next()`` gives.
  ///
  ///     var other = generator.split()
  public mutating func split() -> RandomGenerator { split(next()) }

  /// New generators each time, as many as wanted, made one after the other by ``split()``.
  ///
  ///     let workers = generator.split(into: 4)
  public mutating func split(into count: Int) -> [RandomGenerator] {
    guard count >= 0 else { stop(.negativeCount(operation: "split", count: count)) }
    return (0..<count).map { _ in split() }
  }

  private func child(_ counter: SIMD4<UInt32>) -> RandomGenerator {
    let block = Philox.block(counter, key: key)
    return RandomGenerator(seed: UInt64(low: block[0], high: block[1]))
  }
}
