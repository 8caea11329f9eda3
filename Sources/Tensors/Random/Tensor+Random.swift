import Randomness

/// Tensors of random numbers, which depend on nothing but the seed of their source.
///
/// They are specified bit for bit in `Documentation/Random.md`. A `Float` takes one word of the source, a `Double` two.
extension Tensor {
  /// Numbers from a range, all equally likely; the upper bound itself never comes.
  ///
  ///     Tensor.uniform([2, 3], in: -1..<1)
  public static func uniform(
    _ shape: [Int], in range: Range<Double> = 0..<1, dtype: DType = .float, random: RandomSource = .current
  ) -> Tensor {
    drawn("uniform", shape, dtype, random) { generator, numbers in
      generator.fillUniform(numbers, in: Range(uncheckedBounds: (Float(range.lowerBound), Float(range.upperBound))))
    } doubles: { generator, numbers in
      generator.fillUniform(numbers, in: range)
    }
  }

  /// Numbers from the normal distribution, the bell curve.
  ///
  ///     Tensor.normal([2, 3], mean: 10, standardDeviation: 2)
  public static func normal(
    _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, dtype: DType = .float,
    random: RandomSource = .current
  ) -> Tensor {
    drawn("normal", shape, dtype, random) { generator, numbers in
      generator.fillNormal(numbers, mean: Float(mean), standardDeviation: Float(standardDeviation))
    } doubles: { generator, numbers in
      generator.fillNormal(numbers, mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// Numbers from the normal distribution, of which only those between two bounds are taken.
  ///
  ///     Tensor.truncatedNormal([2, 3], standardDeviation: 0.02, in: -0.04...0.04)
  ///
  /// The bounds are values, not multiples of the standard deviation.
  public static func truncatedNormal(
    _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, in bounds: ClosedRange<Double> = -2...2,
    dtype: DType = .float, random: RandomSource = .current
  ) -> Tensor {
    drawn("truncatedNormal", shape, dtype, random) { generator, numbers in
      generator.fillTruncatedNormal(
        numbers, mean: Float(mean), standardDeviation: Float(standardDeviation),
        in: Float(bounds.lowerBound)...Float(bounds.upperBound))
    } doubles: { generator, numbers in
      generator.fillTruncatedNormal(numbers, mean: mean, standardDeviation: standardDeviation, in: bounds)
    }
  }

  private static func drawn(
    _ operation: String, _ shape: [Int], _ dtype: DType, _ random: RandomSource,
    floats: (inout RandomGenerator, UnsafeMutableBufferPointer<Float>) -> Void,
    doubles: (inout RandomGenerator, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Tensor {
    switch dtype {
    case .float: drawn(shape, random, words: 1, floats)
    case .double: drawn(shape, random, words: 2, doubles)
    case .int, .bool: stop(.noFraction(operation: operation, dtype: dtype))
    }
  }

  /// A tensor filled by a generator.
  ///
  /// - Parameter words: How many words of the source each number takes.
  static func drawn<Scalar: TensorScalar>(
    _ shape: [Int], _ random: RandomSource, words: Int,
    _ fill: (inout RandomGenerator, UnsafeMutableBufferPointer<Scalar>) -> Void
  ) -> Tensor {
    let count = Shape.checkedCount(shape, Scalar.dtype)
    var generator = random.reserve(words: words * count)
    return Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
      fill(&generator, UnsafeMutableBufferPointer(start: target, count: count))
    }
  }
}
