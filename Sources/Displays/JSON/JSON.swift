/// A JSON value, which literals can write.
///
///     let config: JSON = ["layers": 4, "heads": [1, 2], "causal": true]
///     config["layers"]          // 4
///     config.text               // {"causal":true,"heads":[1,2],"layers":4}
///
/// As the result of a cell it shows as a tree in JupyterLab.
public enum JSON: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// The member of an object, or `nil` if this is no object or has no such member.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text, if this is a string.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, if this is a number without a fraction.
  public var integerValue: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number, if this is one.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The elements, if this is an array.
  public var arrayValue: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var objectValue: [String: JSON]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}

extension JSON: CustomStringConvertible {
  public var description: String { text }
}
