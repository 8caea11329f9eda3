internal import Interruption
import Synchronization
import Tensors

/// Turns pairs of features by angles that grow with the position, so that products of queries and keys tell how far
/// apart they are.
///
///     let turning = RotaryPositions(2)
///     turning(Tensor([[1, 0]]), from: 1)     // 0.540  0.841
///
/// Shapes: x `[…, time, size]`, result the same. Only the first ``size`` features turn; others stay as they are.
/// Source: Su and others, RoFormer: Enhanced Transformer with Rotary Position Embedding, 2021, section 3.4.
public final class RotaryPositions: Sendable {
  /// Which features make a pair.
  public enum Layout: String, Sendable, Codable {
    /// A feature of the first half with its counterpart in the second, as in Llama.
    case halves
    /// Two neighbours, as in the paper.
    case neighbours
  }

  /// How many features turn.
  public let size: Int
  /// How much slower the slowest pair turns than the fastest.
  public let base: Double
  public let layout: Layout
  /// How the turning is slowed down, if it is.
  public let scaling: RotaryScaling?
  /// The angle by which each pair turns from position to position, if nothing slows it down. `[size/2]`
  private let frequencies: Tensor

  /// The cosine and the sine of the angle of each pair at each position, `[positions, size/2]`, and how long a text counts as
  /// that they hold for; by the type of the numbers.
  private let tables = Mutex<[DType: (rotation: Rotation, length: Int)]>([:])

  /// - Parameters:
  ///   - size: How many features of each head turn, an even number.
  ///   - base: How much slower the slowest pair turns than the fastest.
  ///   - layout: Which features make a pair.
  ///   - scaling: How the turning is slowed down, for models that read longer texts than they were trained on.
  public init(_ size: Int, base: Double = 10_000, layout: Layout = .halves, scaling: RotaryScaling? = nil) {
    frequencies = positionFrequencies("RotaryPositions", size, base)
    self.size = size
    self.base = base
    self.layout = layout
    self.scaling = scaling
  }

  /// Turns the features of each position.
  ///
  /// - Parameter first: The position of the first row, as for what comes after a cache.
  public func callAsFunction(_ x: Tensor, from first: Int = 0) -> Tensor {
    guard x.rank >= 2, let features = x.shape.last else {
      stop(.tooFewAxes(layer: "RotaryPositions", input: x.shape, wanted: "[…, time, size]"))
    }
    guard size <= features else { stop(.rotatedSize(size, of: features)) }
    let positions = checkPositions("RotaryPositions", x, features, first)
    return rotated(x, rotation(positions, x.dtype), layout)
  }

  /// The angles for some positions. The table grows as far as it is needed.
  private func rotation(_ positions: Range<Int>, _ dtype: DType) -> Rotation {
    let length = scaling?.length(of: positions.upperBound) ?? 0
    return tables.withUninterruptedLock { tables in
      let known = tables[dtype].flatMap { $0.length == length ? $0.rotation : nil }
      if let known, positions.upperBound <= known.count { return known[positions] }
      let count = Swift.max(positions.upperBound, 2 * (known?.count ?? 0))
      let angles = positionAngles(0..<count, scaling?.scaled(frequencies, base: base, length: length) ?? frequencies)
      let magnitude = scaling?.magnitude ?? 1
      let rotation = Rotation(
        cosine: (cos(angles) * magnitude).converted(to: dtype), sine: (sin(angles) * magnitude).converted(to: dtype))
      tables[dtype] = (rotation, length)
      return rotation[positions]
    }
  }
}
