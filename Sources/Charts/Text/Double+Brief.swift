import Glibc

extension Double {
  /// The number as one reads it in a sentence: with at most four significant digits, or whole.
  var brief: String {
    guard isFinite else { return isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
    if self == 0 { return "0" }
    if self == rounded(), magnitude < 1e7 { return "\(Int(self))" }
    if (1e4..<1e7).contains(magnitude) { return "\(Int(rounded()))" }
    guard (1e-3..<1e7).contains(magnitude) else { return scientific(digits: 2) }
    let decimals = magnitude >= 1000 ? 0 : magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : 3
    return fixed(decimals: decimals + (magnitude < 0.1 ? 1 : 0)).withoutTrailingZeros
  }

  /// The number with so many decimals.
  func fixed(decimals: Int) -> String { formatted("%.\(decimals)f") }

  /// The number with a power of ten and at most so many decimals: `1.5e-7`.
  func scientific(digits: Int) -> String {
    let parts = formatted("%.\(digits)e").split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return formatted("%g") }
    return "\(String(parts[0]).withoutTrailingZeros)e\(exponent)"
  }

  private func formatted(_ format: String) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([self == 0 ? 0 : self]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(decoding: buffer.prefix(Int(max(count, 0))).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension String {
  /// The number without zeros at the end of its decimals.
  fileprivate var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    let digits = reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }
}
