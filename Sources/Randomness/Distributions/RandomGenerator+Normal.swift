extension RandomGenerator {
  /// Numbers from the normal distribution, the bell curve.
  ///
  ///     generator.normal(count: 4, mean: 10, standardDeviation: 2)
  ///
  /// Cost: one word each.
  public mutating func normal(count: Int, mean: Float = 0, standardDeviation: Float = 1) -> [Float] {
    array("normal", count) { $0.fillNormal($1, mean: mean, standardDeviation: standardDeviation) }
  }

  /// Numbers from the normal distribution in double precision.
  ///
  ///     generator.normal(count: 4, of: Double.self)
  ///
  /// Cost: two words each.
  public mutating func normal(
    count: Int, of type: Double.Type, mean: Double = 0, standardDeviation: Double = 1
  ) -> [Double] {
    array("normal", count) { $0.fillNormal($1, mean: mean, standardDeviation: standardDeviation) }
  }

  /// One number from the normal distribution.
  ///
  ///     generator.normal()
  public mutating func normal(mean: Float = 0, standardDeviation: Float = 1) -> Float {
    normal(count: 1, mean: mean, standardDeviation: standardDeviation)[0]
  }

  /// Fills memory with numbers from the normal distribution.
  ///
  /// Two neighbouring words, the first at an even position, give two numbers by the method of Box and Muller. A number
  /// of which only one half of the pair is wanted is the same as if both were.
  public mutating func fillNormal(
    _ numbers: UnsafeMutableBufferPointer<Float>, mean: Float = 0, standardDeviation: Float = 1
  ) {
    check("normal", Double(mean), Double(standardDeviation))
    guard let memory = numbers.baseAddress else { return }
    draw(numbers.count, wordsEach: 1) { chunk in
      BoxMuller.transform(chunk.words, pairs: chunk.count / 2)
      let (normals, target) = (chunk.start, memory + chunk.elements.lowerBound)
      for index in 0..<chunk.elements.count {
        target[index] = mean + standardDeviation * Float(bitPattern: normals[index])
      }
    }
  }

  /// Fills memory with numbers from the normal distribution in double precision.
  ///
  /// The upper 52 bits of two words, plus a half, divided by 2⁵², are a probability; the number is its quantile.
  public mutating func fillNormal(
    _ numbers: UnsafeMutableBufferPointer<Double>, mean: Double = 0, standardDeviation: Double = 1
  ) {
    check("normal", mean, standardDeviation)
    guard let memory = numbers.baseAddress else { return }
    draw(numbers.count, wordsEach: 2) { chunk in
      let target = memory + chunk.elements.lowerBound
      for index in 0..<chunk.elements.count {
        target[index] = mean + standardDeviation * NormalDistribution.quantile(chunk.probability(index))
      }
    }
  }

  private func check(_ operation: String, _ mean: Double, _ standardDeviation: Double) {
    guard mean.isFinite, standardDeviation.isFinite, standardDeviation >= 0 else {
      stop(.bellCurve(operation: operation, mean: mean, standardDeviation: standardDeviation))
    }
  }
}
