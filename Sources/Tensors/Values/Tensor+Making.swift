internal import NumericKernels

extension Tensor {
  /// Makes a tensor of a number or of nested arrays.
  ///
  ///     Tensor(3)                                // shape []
  ///     Tensor([1, 2.5])                         // shape [2]
  ///     Tensor([[1, 2, 3], [4, 5, 6]])           // shape [2, 3]
  ///     Tensor([2, 0, 1], dtype: .int)           // indices
  ///     Tensor([true, false])                    // a mask
  ///
  /// Arrays side by side have the same length; anything else stops the program with a sentence.
  ///
  /// - Parameter dtype: The type of the numbers; without it `Bool` for truth values and `Float` for all others.
  public init(_ numbers: some NestedNumbers, dtype: DType? = nil) {
    var reader = NestedNumbersReader()
    numbers.read(into: &reader, depth: 0)
    if dtype == .int, let integers = reader.integers {
      self.init(integers, shape: reader.shape)
      return
    }
    self.init(reader.numbers, shape: reader.shape, dtype: dtype ?? (reader.holdsBools ? .bool : .float))
  }

  /// Makes a tensor of numbers in row-major order.
  ///
  ///     Tensor([1, 2, 3, 4], shape: [2, 2])     // [[1, 2], [3, 4]] of type Int
  ///
  /// - Parameter dtype: The type of the numbers; without it integers and truth values keep theirs, and all others are
  ///   `Float`.
  public init<Scalar: TensorScalar>(_ numbers: [Scalar], shape: [Int], dtype: DType? = nil) {
    guard Shape.checkedCount(shape, Scalar.dtype) == numbers.count else {
      stop(.reshape(from: [numbers.count], to: shape))
    }
    let dtype = dtype ?? (Scalar.dtype == .bool || Scalar.dtype == .int ? Scalar.dtype : .float)
    let tensor = Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
      numbers.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { target.initialize(from: start, count: source.count) }
      }
    }
    self = tensor.converted(to: dtype)
  }

  /// Makes a tensor of indices.
  public init(indices: [Int]) { self.init(indices, shape: [indices.count], dtype: .int) }

  /// A tensor full of zeros.
  ///
  ///     Tensor.zeros([2, 3])
  public static func zeros(_ shape: [Int], dtype: DType = .float) -> Tensor { full(shape, 0, dtype: dtype) }

  /// A tensor full of ones.
  ///
  ///     Tensor.ones([2, 3])
  public static func ones(_ shape: [Int], dtype: DType = .float) -> Tensor { full(shape, 1, dtype: dtype) }

  /// A tensor that holds one number everywhere.
  ///
  ///     Tensor.full([2], 7.5)     // 7.5  7.5
  public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float) -> Tensor {
    func filled<Scalar: TensorScalar>(_ type: Scalar.Type) -> Tensor {
      let count = Shape.checkedCount(shape, dtype)
      if Scalar.self == Int.self, Int(exactly: value.rounded(.towardZero)) == nil {
        stop(.notAnInteger(value, shape: shape))
      }
      return Tensor(shape) { (target: UnsafeMutablePointer<Scalar>) in
        target.initialize(repeating: Scalar(value), count: count)
      }
    }
    return switch dtype {
    case .float: filled(Float.self)
    case .double: filled(Double.self)
    case .int: filled(Int.self)
    case .bool: filled(Bool.self)
    }
  }

  /// A tensor that holds one whole number everywhere; as an `Int` to its last digit.
  ///
  ///     Tensor.full([2], 1 << 60, dtype: .int)
  public static func full(_ shape: [Int], _ value: Int, dtype: DType = .float) -> Tensor {
    guard dtype == .int else { return full(shape, Double(value), dtype: dtype) }
    let count = Shape.checkedCount(shape, dtype)
    return Tensor(shape) { (target: UnsafeMutablePointer<Int>) in target.initialize(repeating: value, count: count) }
  }

  /// The numbers `start`, `start + step`, … that come before `end`.
  ///
  ///     Tensor.arange(4)                          // 0  1  2  3
  ///     Tensor.arange(from: 1, to: 2, by: 0.25)   // 1  1.25  1.5  1.75
  public static func arange(
    from start: Double = 0, to end: Double, by step: Double = 1, dtype: DType = .float
  ) -> Tensor {
    let steps = (end - start) / step
    guard step != 0, steps.isFinite else { stop(.endlessRange(start: start, end: end, step: step)) }
    let count = Shape.checkedCount([Int(exactly: Swift.max(steps.rounded(.up), 0)) ?? Int.max], .double)
    // Each number is computed from its index: adding the step again and again would add up its rounding.
    return Tensor((0..<count).map { start + Double($0) * step }, shape: [count], dtype: dtype)
  }

  /// The numbers 0, 1, … below `end`.
  public static func arange(_ end: Int, dtype: DType = .float) -> Tensor { arange(to: Double(end), dtype: dtype) }

  /// Numbers at equal distances, the first and the last one included.
  ///
  ///     Tensor.linspace(from: 0, to: 1, count: 5)     // 0  0.25  0.5  0.75  1
  public static func linspace(from start: Double, to end: Double, count: Int, dtype: DType = .float) -> Tensor {
    let count = Shape.checkedCount([count], .double)
    let numbers = (0..<count).map { index in
      index == count - 1 && count > 1 ? end : start + (end - start) * Double(index) / Double(Swift.max(count - 1, 1))
    }
    return Tensor(numbers, shape: [count], dtype: dtype)
  }

  /// Ones on the diagonal, zeros beside it: a square, or with so many columns.
  ///
  ///     Tensor.eye(2)     // [[1, 0], [0, 1]]
  public static func eye(_ rows: Int, _ columns: Int? = nil, dtype: DType = .float) -> Tensor {
    _ = Shape.checkedCount([rows, columns ?? rows], dtype)
    return (arange(rows, dtype: .int).unsqueezed(1) .== arange(columns ?? rows, dtype: .int)).converted(to: dtype)
  }

  /// For each index a row that is 1 at that place and 0 elsewhere.
  ///
  ///     Tensor.oneHot(Tensor(indices: [2, 0]), classes: 3)     // [[0, 0, 1], [1, 0, 0]]
  ///
  /// Shape: `[…]` becomes `[…, classes]`.
  public static func oneHot(_ indices: Tensor, classes: Int) -> Tensor {
    _ = Shape.checkedCount(indices.shape + [classes])
    let indices = indices.asIndices("oneHot", below: classes)
    return (indices.unsqueezed(-1) .== arange(classes, dtype: .int)).converted(to: .float)
  }
}
