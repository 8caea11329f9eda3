/// The type of a tensor's numbers.
///
/// Models compute in ``float``. ``double`` is for checking gradients, ``int`` for indices and tokens, ``bool`` for masks.
public enum DType: Int, Sendable, CaseIterable, Comparable {
  // In this order: two types meet in the later one.
  case bool
  case int
  case float
  case double

  /// The bytes that one number takes in memory.
  public var byteCount: Int {
    switch self {
    case .bool: 1
    case .float: 4
    case .int, .double: 8
    }
  }

  /// Whether numbers of this type have a fraction, and with it a gradient.
  public var isFloatingPoint: Bool { self >= .float }

  public static func < (left: DType, right: DType) -> Bool { left.rawValue < right.rawValue }
}

extension DType: CustomStringConvertible {
  public var description: String {
    switch self {
    case .bool: "Bool"
    case .int: "Int"
    case .float: "Float"
    case .double: "Double"
    }
  }
}
