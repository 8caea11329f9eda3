extension RandomGenerator {
  /// Numbers from a range, all equally likely; the upper bound itself never comes.
  ///
  ///     generator.uniform(count: 4, in: -1..<1)
  ///
  /// Cost: one word each.
  public mutating func uniform(count: Int, in range: Range<Float> = 0..<1) -> [Float] {
    array("uniform", count) { $0.fillUniform($1, in: range) }
  }

  /// Numbers from a range in double precision.
  ///
  ///     generator.uniform(count: 4, of: Double.self)
  ///
  /// Cost: two words each.
  public mutating func uniform(count: Int, of type: Double.Type, in range: Range<Double> = 0..<1) -> [Double] {
    array("uniform", count) { $0.fillUniform($1, in: range) }
  }

  /// One number from a range.
  ///
  ///     generator.uniform()
  public mutating func uniform(in range: Range<Float> = 0..<1) -> Float {
    uniform(count: 1, in: range)[0]
  }

  /// Fills memory with numbers from a range.
  ///
  /// The upper 24 bits of a word, divided by 2²⁴, are stretched to the range: `low + (high - low) * fraction`. Where that
  /// rounds to the upper bound, the number below it is taken.
  public mutating func fillUniform(_ numbers: UnsafeMutableBufferPointer<Float>, in range: Range<Float> = 0..<1) {
    check("uniform", range)
    guard let memory = numbers.baseAddress else { return }
    let (low, width, last) = (range.lowerBound, range.upperBound - range.lowerBound, range.upperBound.nextDown)
    draw(numbers.count, wordsEach: 1) { chunk in
      let (words, target) = (chunk.start, memory + chunk.elements.lowerBound)
      for index in 0..<chunk.elements.count {
        // Going by way of a signed integer, for which there is a vector instruction.
        let number = low + width * (Float(Int32(bitPattern: words[index] >> 8)) * 0x1p-24)
        target[index] = number > last ? last : number
      }
    }
  }

  /// Fills memory with numbers from a range in double precision.
  ///
  /// As in single precision, with the upper 53 bits of two words, divided by 2⁵³.
  public mutating func fillUniform(_ numbers: UnsafeMutableBufferPointer<Double>, in range: Range<Double> = 0..<1) {
    check("uniform", range)
    guard let memory = numbers.baseAddress else { return }
    let (low, width, last) = (range.lowerBound, range.upperBound - range.lowerBound, range.upperBound.nextDown)
    draw(numbers.count, wordsEach: 2) { chunk in
      let target = memory + chunk.elements.lowerBound
      for index in 0..<chunk.elements.count {
        let number = low + width * (Double(Int64(bitPattern: chunk.pair(index) >> 11)) * 0x1p-53)
        target[index] = number > last ? last : number
      }
    }
  }

  private func check<Number: BinaryFloatingPoint>(_ operation: String, _ range: Range<Number>) {
    guard !range.isEmpty, (range.upperBound - range.lowerBound).isFinite else {
      stop(.range(operation: operation, low: Double(range.lowerBound), high: Double(range.upperBound)))
    }
  }
}
