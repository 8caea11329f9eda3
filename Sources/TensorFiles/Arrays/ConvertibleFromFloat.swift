/// A format for floating point that a `Float` can be rounded to.
protocol ConvertibleFromFloat: BitwiseCopyable {
  init(_ value: Float)
}

extension Double: ConvertibleFromFloat {}
extension Half: ConvertibleFromFloat {}
extension BFloat16: ConvertibleFromFloat {}
