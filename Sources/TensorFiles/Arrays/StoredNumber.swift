/// A number as it is stored, and what it becomes when it is read.
protocol StoredNumber: BitwiseCopyable {
  /// The nearest `Float`.
  var float: Float { get }
  /// The nearest `Double`.
  var double: Double { get }
  /// The integer, if it is stored as one and an `Int` can be as large.
  var integer: Int? { get }
}

extension StoredNumber where Self: FixedWidthInteger {
  var float: Float { Float(self) }
  var double: Double { Double(self) }
  var integer: Int? { Int(exactly: self) }
}

extension Int64: StoredNumber {}
extension Int32: StoredNumber {}
extension Int16: StoredNumber {}
extension Int8: StoredNumber {}
extension UInt64: StoredNumber {}
extension UInt32: StoredNumber {}
extension UInt16: StoredNumber {}
extension UInt8: StoredNumber {}

extension StoredNumber where Self: BinaryFloatingPoint {
  var integer: Int? { nil }
}

extension Double: StoredNumber {
  var float: Float { Float(self) }
  var double: Double { self }
}

extension Float: StoredNumber {
  var float: Float { self }
  var double: Double { Double(self) }
}

extension Half: StoredNumber {
  var double: Double { Double(float) }
  var integer: Int? { nil }
}

extension BFloat16: StoredNumber {
  var double: Double { Double(float) }
  var integer: Int? { nil }
}

/// A truth value as it is stored: every byte but 0 is true.
struct StoredBool: StoredNumber {
  var byte: UInt8
  var isTrue: Bool { byte != 0 }
  var float: Float { isTrue ? 1 : 0 }
  var double: Double { isTrue ? 1 : 0 }
  var integer: Int? { isTrue ? 1 : 0 }
}
