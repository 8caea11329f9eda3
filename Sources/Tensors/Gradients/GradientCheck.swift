/// Holds the gradients of a function against its slopes, entry by entry, in double precision.
///
///     let check = GradientCheck(at: [Tensor([1, 2, 3])]) { x in softmax(x[0]) }
///     check.passes          // true
///     print(check)          // the largest difference, and where
///
/// For each number of each input the function is computed a little above and a little below: the slope is
/// (f(x + h) - f(x - h)) / 2h, whose error is of the order h². A result that is not a single number is weighted by fixed
/// numbers and summed.
/// Cost: two calls of the function for each number.
public struct GradientCheck: Sendable {
  /// One number of an input, the gradient that the tape gives for it, and the slope that was measured.
  public struct Entry: Sendable, Equatable {
    /// Which of the inputs the number is in.
    public let input: Int
    /// Where it stands there, counted in row-major order.
    public let index: Int
    /// The gradient that the tape gives.
    public let gradient: Double
    /// The slope that was measured.
    public let slope: Double

    /// How far the two are apart, as a share of the larger one or, below 1, as it is.
    public var difference: Double {
      let distance = Swift.abs(gradient - slope) / Swift.max(1, Swift.abs(gradient), Swift.abs(slope))
      return distance.isNaN ? .infinity : distance
    }
  }

  /// All entries, in the order of the inputs.
  public let entries: [Entry]
  /// The largest difference that is taken for rounding.
  public let tolerance: Double

  /// Whether all gradients are right.
  public var passes: Bool { entries.allSatisfy { $0.difference <= tolerance } }

  /// The entry that is furthest off; `nil` if there are no numbers.
  public var worst: Entry? { entries.max { $0.difference < $1.difference } }

  /// Computes all gradients and measures all slopes.
  ///
  /// - Parameters:
  ///   - inputs: Where; they are converted to double precision.
  ///   - step: h.
  ///   - function: From the inputs to a tensor. Must give the same result each time.
  public init(
    at inputs: [Tensor], step: Double = 1e-5, tolerance: Double = 1e-6, of function: ([Tensor]) -> Tensor
  ) {
    let inputs = inputs.map { stopGradient($0.converted(to: .double).contiguous()) }
    func weighted(_ inputs: [Tensor]) -> Tensor {
      let result = function(inputs)
      let weights = (0..<result.count).map { (index: Int) -> Double in
        let step = (index * 7919 + 3) % 17
        return 0.5 + Double(step) / 17
      }
      return (result * Tensor(weights, shape: result.shape, dtype: .double)).sum()
    }
    let gradients = valueAndGradients(at: inputs, of: weighted).gradients
    var entries: [Entry] = []
    for (number, input) in inputs.enumerated() {
      let values = input.doubles
      let gradient = gradients[number].doubles
      for index in values.indices {
        func value(_ change: Double) -> Double {
          var changed = values
          changed[index] += change
          var points = inputs
          points[number] = Tensor(changed, shape: input.shape, dtype: .double)
          return withoutGradients { weighted(points).doubleItem }
        }
        let slope = (value(step) - value(-step)) / (2 * step)
        entries.append(Entry(input: number, index: index, gradient: gradient[index], slope: slope))
      }
    }
    self.entries = entries
    self.tolerance = tolerance
  }
}

extension GradientCheck: CustomStringConvertible {
  public var description: String {
    guard let worst else { return "No numbers to check." }
    let place = "number \(worst.index) of input \(worst.input): gradient \(worst.gradient), slope \(worst.slope)"
    let wrong = entries.count { $0.difference > tolerance }
    return wrong == 0
      ? "All \(entries.count) gradients are right; furthest off is \(place)."
      : "\(wrong) of \(entries.count) gradients are wrong; furthest off is \(place)."
  }
}
