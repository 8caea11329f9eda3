import Tensors

/// What checks of exercises say: each call either holds and says nothing, or ends the check with what was expected, what
/// came, and where they first differ.
///
///     import CourseChecks
///     try Check.close(softmax(Tensor([1, 1])), to: Tensor([0.5, 0.5]))
///
/// The comparisons are compiled here and not with the learner's code, so that nothing which that code declares can
/// change them.
public enum Check {
  /// A tensor must have the shape and, to a tolerance, the numbers of another one.
  ///
  /// A number that is not a number is close to nothing, not even to itself, and an infinity to itself only. `|got − expected|
  /// ≤ tolerance · max(1, |expected|)`.
  ///
  /// - Parameter what: What the tensor is, for the report: `"the weights"`.
  public static func close(
    _ got: Tensor, to expected: Tensor, within tolerance: Double = 1e-5, _ what: String = ""
  ) throws {
    try shape(of: got, is: expected.shape, what)
    let (seen, wanted) = (got.doubles, expected.doubles)
    if let index = seen.indices.first(where: { !isClose(seen[$0], wanted[$0], tolerance) }) {
      throw CheckFailure(what, .numbers(shape: got.shape, got: seen, expected: wanted, firstDifference: index))
    }
  }

  /// A number must be close to another one.
  public static func close(
    _ got: some BinaryFloatingPoint, to expected: some BinaryFloatingPoint, within tolerance: Double = 1e-5,
    _ what: String = ""
  ) throws {
    guard isClose(Double(got), Double(expected), tolerance) else {
      throw CheckFailure(what, .number(got: Double(got), expected: Double(expected)))
    }
  }

  /// Numbers in a list must be close to those of another one, which is as long.
  public static func close(
    _ got: [some BinaryFloatingPoint], to expected: [some BinaryFloatingPoint], within tolerance: Double = 1e-5,
    _ what: String = ""
  ) throws {
    try close(
      Tensor(got.map { Double($0) }, shape: [got.count], dtype: .double),
      to: Tensor(expected.map { Double($0) }, shape: [expected.count], dtype: .double), within: tolerance, what)
  }

  /// Two values must be equal.
  public static func equal<Value: Equatable>(_ got: Value, _ expected: Value, _ what: String = "") throws {
    guard got == expected else {
      throw CheckFailure(what, .value(got: words(got), expected: words(expected)))
    }
  }

  /// A tensor must have a shape.
  public static func shape(of got: Tensor, is expected: [Int], _ what: String = "") throws {
    guard got.shape == expected else { throw CheckFailure(what, .shape(got: got.shape, expected: expected)) }
  }

  /// A condition must hold. `otherwise` says what is seen if it does not.
  public static func that(_ condition: Bool, _ otherwise: @autoclosure () -> String) throws {
    guard condition else { throw CheckFailure("", .condition(otherwise())) }
  }

  /// An answer of a quiz must be the right letter; a wrong one is told why.
  public static func answer(
    _ answers: [String], question number: Int, is right: String, reasons: [String: String]
  ) throws {
    let given = answers.indices.contains(number - 1) ? answers[number - 1].lowercased() : "?"
    guard given != right else { return }
    throw CheckFailure("", .answer(given: given, reason: reasons[given]))
  }

  /// A value as a reader writes it: a text in quotes, and what an optional holds.
  private static func words(_ value: Any) -> String {
    if let text = value as? String { return text.debugDescription }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return String(describing: value) }
    return mirror.children.first.map { words($0.value) } ?? "nil"
  }

  private static func isClose(_ got: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    if got == expected { return true }
    // A share of infinity is infinity, and would allow any difference.
    guard expected.isFinite else { return false }
    return Swift.abs(got - expected) <= tolerance * Swift.max(1, Swift.abs(expected))
  }
}
