extension Tensor {
  /// Makes a tensor of a number or of nested arrays.
  ///
  ///     Tensor(3)                          // shape []
  ///     Tensor([1, 2.5])                   // shape [2]
  ///     Tensor([[1, 2, 3], [4, 5, 6]])     // shape [2, 3]
  ///
  /// Arrays side by side have the same length; anything else stops the program with a sentence.
  public init(_ elements: some NestedNumbers) {
    var reader = NestedNumbersReader()
    elements.read(into: &reader, depth: 0)
    self.init(buffer: reader.elements, shape: reader.shape)
  }

  /// A tensor full of zeros.
  public static func zeros(_ shape: [Int]) -> Tensor { full(shape, 0) }

  /// A tensor full of ones.
  public static func ones(_ shape: [Int]) -> Tensor { full(shape, 1) }

  /// A tensor that holds one number everywhere.
  public static func full(_ shape: [Int], _ value: Float) -> Tensor {
    Tensor(buffer: Array(repeating: value, count: Shape.checkedCount(shape)), shape: shape)
  }

  /// The numbers `start`, `start + step`, … that come before `end`.
  ///
  ///     Tensor.arange(4)                          // 0  1  2  3
  ///     Tensor.arange(from: 1, to: 2, by: 0.25)   // 1  1.25  1.5  1.75
  public static func arange(from start: Double = 0, to end: Double, by step: Double = 1) -> Tensor {
    let steps = (end - start) / step
    guard step != 0, steps.isFinite else { stop(.endlessRange(start: start, end: end, step: step)) }
    let shape = [Int(exactly: Swift.max(steps.rounded(.up), 0)) ?? Int.max]
    // Each number is computed from its index: adding the step again and again would add up its rounding.
    let buffer = (0..<Shape.checkedCount(shape)).map { Float(start + Double($0) * step) }
    return Tensor(buffer: buffer, shape: shape)
  }

  /// The numbers 0, 1, … below `end`.
  public static func arange(_ end: Int) -> Tensor { arange(to: Double(end)) }
}
