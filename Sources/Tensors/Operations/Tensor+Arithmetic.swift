/// Arithmetic number by number, with broadcasting: `[2, 3] + [3]` adds the row to both rows.
extension Tensor {
  public static func + (left: Tensor, right: Tensor) -> Tensor { combined(left, right, "+") { $0 + $1 } }
  public static func - (left: Tensor, right: Tensor) -> Tensor { combined(left, right, "-") { $0 - $1 } }
  public static func * (left: Tensor, right: Tensor) -> Tensor { combined(left, right, "*") { $0 * $1 } }
  public static func / (left: Tensor, right: Tensor) -> Tensor { combined(left, right, "/") { $0 / $1 } }

  public static func + (left: Tensor, right: Float) -> Tensor { left.map { $0 + right } }
  public static func - (left: Tensor, right: Float) -> Tensor { left.map { $0 - right } }
  public static func * (left: Tensor, right: Float) -> Tensor { left.map { $0 * right } }
  public static func / (left: Tensor, right: Float) -> Tensor { left.map { $0 / right } }

  public static func + (left: Float, right: Tensor) -> Tensor { right.map { left + $0 } }
  public static func - (left: Float, right: Tensor) -> Tensor { right.map { left - $0 } }
  public static func * (left: Float, right: Tensor) -> Tensor { right.map { left * $0 } }
  public static func / (left: Float, right: Tensor) -> Tensor { right.map { left / $0 } }

  public static prefix func - (operand: Tensor) -> Tensor { operand.map { -$0 } }
}
