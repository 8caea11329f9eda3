extension RandomGenerator {
  /// Numbers from the normal distribution, of which only those between two bounds are taken.
  ///
  ///     generator.truncatedNormal(count: 4, standardDeviation: 0.02, in: -0.04...0.04)
  ///
  /// The bounds are values, not multiples of the standard deviation, as in PyTorch's `trunc_normal_`. Cost: one word
  /// each.
  public mutating func truncatedNormal(
    count: Int, mean: Float = 0, standardDeviation: Float = 1, in bounds: ClosedRange<Float> = -2...2
  ) -> [Float] {
    array("truncatedNormal", count) {
      $0.fillTruncatedNormal($1, mean: mean, standardDeviation: standardDeviation, in: bounds)
    }
  }

  /// Numbers from the normal distribution between two bounds in double precision.
  ///
  ///     generator.truncatedNormal(count: 4, of: Double.self, in: 3...5)
  ///
  /// Cost: two words each.
  public mutating func truncatedNormal(
    count: Int, of type: Double.Type, mean: Double = 0, standardDeviation: Double = 1,
    in bounds: ClosedRange<Double> = -2...2
  ) -> [Double] {
    array("truncatedNormal", count) {
      $0.fillTruncatedNormal($1, mean: mean, standardDeviation: standardDeviation, in: bounds)
    }
  }

  /// Fills memory with numbers from the normal distribution between two bounds.
  ///
  /// A word, plus a half, divided by 2³², says where between the probabilities of the bounds the number's lies; all of it
  /// is computed in double precision and rounded at the end.
  public mutating func fillTruncatedNormal(
    _ numbers: UnsafeMutableBufferPointer<Float>, mean: Float = 0, standardDeviation: Float = 1,
    in bounds: ClosedRange<Float> = -2...2
  ) {
    let wide = Double(bounds.lowerBound)...Double(bounds.upperBound)
    let bell = TruncatedBell(mean: Double(mean), standardDeviation: Double(standardDeviation), bounds: wide)
    guard let memory = numbers.baseAddress else { return }
    draw(numbers.count, wordsEach: 1) { chunk in
      let (words, target) = (chunk.start, memory + chunk.elements.lowerBound)
      for index in 0..<chunk.elements.count {
        target[index] = Float(bell.quantile((Double(words[index]) + 0.5) * 0x1p-32))
      }
    }
  }

  /// Fills memory with numbers from the normal distribution between two bounds in double precision.
  ///
  /// As in single precision, with the upper 52 bits of two words, plus a half, divided by 2⁵².
  public mutating func fillTruncatedNormal(
    _ numbers: UnsafeMutableBufferPointer<Double>, mean: Double = 0, standardDeviation: Double = 1,
    in bounds: ClosedRange<Double> = -2...2
  ) {
    let bell = TruncatedBell(mean: mean, standardDeviation: standardDeviation, bounds: bounds)
    guard let memory = numbers.baseAddress else { return }
    draw(numbers.count, wordsEach: 2) { chunk in
      let target = memory + chunk.elements.lowerBound
      for index in 0..<chunk.elements.count { target[index] = bell.quantile(chunk.probability(index)) }
    }
  }
}
