internal import Interruption
import Synchronization
import Tensors

/// Adds waves to the features that tell each position apart from the others, without learning anything.
///
///     let waves = SinusoidalPositions(8)
///     waves(Tensor.zeros([2, 5, 8])).shape     // [2, 5, 8]
///
/// Shapes: x `[…, time, features]`, result the same. See ``sinusoidalPositions(_:features:base:)``.
public final class SinusoidalPositions: Layer {
  /// How many features each position has.
  public let features: Int
  /// How much slower the slowest wave is than the fastest.
  public let base: Double
  private let table: Mutex<Tensor>

  /// Makes a layer, which has nothing to learn.
  ///
  /// - Parameters:
  ///   - features: How many each position has, an even number.
  ///   - base: How much slower the slowest wave is than the fastest.
  public init(_ features: Int, base: Double = 10_000) {
    checkSize("SinusoidalPositions", "features", features)
    self.features = features
    self.base = base
    table = Mutex(sinusoidalPositions(0, features: features, base: base, dtype: .double))
  }

  public func forward(_ x: Tensor) -> Tensor { added(x, from: 0) }

  /// Counts the positions from another one than 0, as for what comes after a cache.
  public func callAsFunction(_ x: Tensor, from first: Int) -> Tensor { observed { added(x, from: first) } }

  private func added(_ x: Tensor, from first: Int) -> Tensor {
    let positions = checkPositions("SinusoidalPositions", x, features, first)
    return x + rows(positions).converted(to: x.dtype)
  }

  /// The rows for some positions. The table grows as far as it is needed.
  private func rows(_ positions: Range<Int>) -> Tensor {
    table.withUninterruptedLock { table in
      if table.shape[0] < positions.upperBound {
        let count = Swift.max(positions.upperBound, 2 * table.shape[0])
        table = sinusoidalPositions(count, features: features, base: base, dtype: .double)
      }
      return table.sliced(positions)
    }
  }
}

/// Waves that get slower from feature to feature: sin(t / base^(2i/features)) and, beside it, the cosine of the same.
///
///     sinusoidalPositions(3, features: 4)[1]     // 0.841  0.540  0.010  1.000
///
/// Shape: `[count, features]`, with an even number of features. Moving on by a fixed distance turns each pair of
/// features by a fixed angle, wherever one starts. Source: Vaswani and others, Attention Is All You Need, 2017, section
/// 3.5.
public func sinusoidalPositions(
  _ count: Int, features: Int, base: Double = 10_000, dtype: DType = .float
) -> Tensor {
  let frequencies = positionFrequencies("sinusoidalPositions", features, base)  // [features/2]
  let angles = positionAngles(0..<count, frequencies)  // [count, features/2]
  let waves = stacked([sin(angles), cos(angles)], axis: -1)  // [count, features/2, 2]
  return waves.reshaped(to: [count, features]).converted(to: dtype)
}

/// The angle by which each pair of features turns from position to position: 1 / base^(2i/size), in double precision.
/// `[size/2]`
func positionFrequencies(_ layer: String, _ size: Int, _ base: Double) -> Tensor {
  guard size > 0, size % 2 == 0 else { stop(.oddSize(layer: layer, size: size)) }
  let exponents = Tensor.arange(size / 2, dtype: .double) * (-2 / Double(size))
  return pow(base, exponents)
}

/// The angle of each pair of features at each position t: t · f. `[positions, size/2]`
func positionAngles(_ positions: Range<Int>, _ frequencies: Tensor) -> Tensor {
  let times = Tensor.arange(from: Double(positions.lowerBound), to: Double(positions.upperBound), dtype: .double)
  return times.unsqueezed(1) * frequencies
}

/// The positions of `[…, time, features]`, counted from the first one's. Stops the program if that is not what x is.
func checkPositions(_ layer: String, _ x: Tensor, _ features: Int, _ first: Int) -> Range<Int> {
  guard x.rank >= 2 else { stop(.tooFewAxes(layer: layer, input: x.shape, wanted: "[…, time, \(features)]")) }
  guard x.shape[x.rank - 1] == features else {
    stop(.features(operation: layer, input: x.shape, expected: features, axis: -1))
  }
  guard first >= 0 else { stop(.negativePosition(layer: layer, first)) }
  return first..<first + x.shape[x.rank - 2]
}
