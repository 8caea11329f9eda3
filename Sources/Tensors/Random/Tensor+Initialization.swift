import Randomness

/// First weights for a layer, random and of a size that keeps the numbers on their way through many layers neither growing
/// nor vanishing.
///
/// A layer's weight is `[outputs, inputs, …]`: what meets one output, `fanIn`, are the inputs times the sizes of any further
/// axes; what meets one input, `fanOut`, are the outputs times the same.
extension Tensor {
  /// Which of a layer's sides keeps its size.
  public enum Fan: Sendable {
    /// The numbers on the way forward.
    case fanIn
    /// The gradients on the way back.
    case fanOut
  }

  /// Uniform numbers for layers that are followed by ``relu(_:)``: from -b to b with b = gain · √(3 / fan).
  ///
  ///     Tensor.kaimingUniform([128, 64])     // b = √2 · √(3 / 64)
  ///
  /// - Parameters:
  ///   - fan: What keeps its size.
  ///   - gain: How much what follows shrinks the numbers: √2 for relu, 1 for nothing.
  /// Source: He, Zhang, Ren, Sun, Delving Deep into Rectifiers, 2015.
  public static func kaimingUniform(
    _ shape: [Int], _ fan: Fan = .fanIn, gain: Double = 2.0.squareRoot(), dtype: DType = .float,
    random: RandomSource = .current
  ) -> Tensor {
    symmetric(shape, gain * (3 / fans(shape, fan)).squareRoot(), dtype, random)
  }

  /// The same with normal numbers, whose standard deviation is gain / √fan.
  ///
  ///     Tensor.kaimingNormal([128, 64])     // standard deviation √2 / √64
  public static func kaimingNormal(
    _ shape: [Int], _ fan: Fan = .fanIn, gain: Double = 2.0.squareRoot(), dtype: DType = .float,
    random: RandomSource = .current
  ) -> Tensor {
    normal(shape, standardDeviation: gain / fans(shape, fan).squareRoot(), dtype: dtype, random: random)
  }

  /// Uniform numbers for layers that are followed by ``tanh(_:)`` or nothing: from -b to b with
  /// b = gain · √(6 / (fanIn + fanOut)).
  ///
  ///     Tensor.xavierUniform([128, 64])     // b = √(6 / 192)
  ///
  /// - Parameter gain: How much what follows shrinks the numbers: 5/3 for tanh, 1 for nothing.
  /// Source: Glorot, Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
  public static func xavierUniform(
    _ shape: [Int], gain: Double = 1, dtype: DType = .float, random: RandomSource = .current
  ) -> Tensor {
    symmetric(shape, gain * (6 / (fans(shape, .fanIn) + fans(shape, .fanOut))).squareRoot(), dtype, random)
  }

  /// The same with normal numbers, whose standard deviation is gain · √(2 / (fanIn + fanOut)).
  ///
  ///     Tensor.xavierNormal([128, 64])     // standard deviation √(2 / 192)
  public static func xavierNormal(
    _ shape: [Int], gain: Double = 1, dtype: DType = .float, random: RandomSource = .current
  ) -> Tensor {
    let deviation = gain * (2 / (fans(shape, .fanIn) + fans(shape, .fanOut))).squareRoot()
    return normal(shape, standardDeviation: deviation, dtype: dtype, random: random)
  }

  private static func symmetric(_ shape: [Int], _ bound: Double, _ dtype: DType, _ random: RandomSource) -> Tensor {
    uniform(shape, in: Range(uncheckedBounds: (-bound, bound)), dtype: dtype, random: random)
  }

  private static func fans(_ shape: [Int], _ fan: Fan) -> Double {
    guard shape.count >= 2, shape.allSatisfy({ $0 > 0 }) else { stop(.weightShape(shape)) }
    let further = shape.dropFirst(2).reduce(1.0) { $0 * Double($1) }
    return further * Double(fan == .fanIn ? shape[1] : shape[0])
  }
}
