extension Double {
  /// As Python writes it: `1.0`, `1e+16`, `1e-05`.
  var pythonText: String {
    if isNaN { return "nan" }
    if isInfinite { return self < 0 ? "-inf" : "inf" }
    // The shortest digits that are this number, and the place of the point among them.
    let text = "\(magnitude)".split(separator: "e")
    let parts = text[0].split(separator: ".")
    var digits = parts.joined()
    var point = parts[0].count + (text.count > 1 ? Int(text[1]) ?? 0 : 0)
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    let sign = self.sign == .minus ? "-" : ""
    if digits == "0" { return "\(sign)0.0" }
    if point > 16 || point < -3 {
      let exponent = point - 1
      let size = "\(Swift.abs(exponent))"
      let mantissa = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
      return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(size.count < 2 ? "0" : "")\(size)"
    }
    if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
    if digits.count <= point { return "\(sign)\(digits)\(String(repeating: "0", count: point - digits.count)).0" }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }
}
