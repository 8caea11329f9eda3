/// A number in an expression is a value too: `2 * a + 0.5`. A variable of type `Double` becomes one by `Value(rate) * a`.
extension Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public convenience init(floatLiteral number: Double) { self.init(number) }
  public convenience init(integerLiteral number: Int) { self.init(Double(number)) }
}
