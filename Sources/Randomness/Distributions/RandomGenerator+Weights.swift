extension RandomGenerator {
  /// Indices, each with a probability in proportion to its weight; the same one may come again.
  ///
  ///     generator.indices(count: 10, weights: [0.2, 0, 0.8])
  ///
  /// The weights need not add up to 1. Cost: two words, and a search among the sums of the weights, each.
  public mutating func indices(count: Int, weights: [Float]) -> [Int] {
    let sums = sums(of: weights)
    return array("indices", count) { generator, indices in
      guard let memory = indices.baseAddress else { return }
      generator.draw(count, wordsEach: 2) { chunk in
        for index in 0..<chunk.elements.count {
          let share = Double(chunk.pair(index) >> 11) * 0x1p-53
          memory[chunk.elements.lowerBound + index] = RandomGenerator.index(of: share, in: sums)
        }
      }
    }
  }

  /// An index with a probability in proportion to its weight.
  ///
  ///     generator.index(weights: [1, 2, 7])
  public mutating func index(weights: [Float]) -> Int { indices(count: 1, weights: weights)[0] }

  /// The sum of the weights up to each index.
  private func sums(of weights: [Float]) -> [Double] {
    var sums: [Double] = []
    sums.reserveCapacity(weights.count)
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      guard weight >= 0, weight.isFinite else { stop(.weight(weight, index: index)) }
      sum += Double(weight)
      sums.append(sum)
    }
    guard sum > 0 else { stop(.noWeight(count: weights.count)) }
    return sums
  }

  /// The first index whose sum is above a share of the whole.
  private static func index(of share: Double, in sums: [Double]) -> Int {
    let whole = sums[sums.count - 1]
    let target = share * whole
    // Where the product rounds up to the whole, no sum is above it: then the last index that has a weight is meant.
    func isReached(_ sum: Double) -> Bool { sum > target || sum == whole }
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if isReached(sums[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
