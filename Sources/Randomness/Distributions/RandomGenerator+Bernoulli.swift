extension RandomGenerator {
  /// Truth values, each true with the same probability.
  ///
  ///     let kept = generator.bernoulli(count: 1000, probability: 0.9)
  ///
  /// Cost: one word each.
  public mutating func bernoulli(count: Int, probability: Double) -> [Bool] {
    array("bernoulli", count) { $0.fillBernoulli($1, probability: probability) }
  }

  /// Fills memory with truth values.
  ///
  /// A word below `probability` · 2³², rounded to an integer, is true: 0 never happens, 1 always.
  public mutating func fillBernoulli(_ mask: UnsafeMutableBufferPointer<Bool>, probability: Double) {
    let limit = limit(probability)
    guard let memory = mask.baseAddress else { return }
    draw(mask.count, wordsEach: 1) { chunk in
      let (words, target) = (chunk.start, memory + chunk.elements.lowerBound)
      for index in 0..<chunk.elements.count { target[index] = UInt64(words[index]) < limit }
    }
  }

  /// Fills memory with a number where a truth value would be true, and with zeros elsewhere.
  ///
  /// With 1 / `probability` as the number this is the mask of dropout, whose mean is 1.
  public mutating func fillBernoulli(
    _ mask: UnsafeMutableBufferPointer<Float>, probability: Double, value: Float = 1
  ) {
    let limit = limit(probability)
    guard let memory = mask.baseAddress else { return }
    draw(mask.count, wordsEach: 1) { chunk in
      let (words, target) = (chunk.start, memory + chunk.elements.lowerBound)
      for index in 0..<chunk.elements.count { target[index] = UInt64(words[index]) < limit ? value : 0 }
    }
  }

  private func limit(_ probability: Double) -> UInt64 {
    guard 0 <= probability, probability <= 1 else { stop(.probability(probability)) }
    return UInt64((probability * 0x1p32).rounded(.toNearestOrEven))
  }
}
