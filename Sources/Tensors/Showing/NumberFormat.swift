import Glibc

/// One way of writing for all the numbers of a tensor, so that they stand under each other.
struct NumberFormat: Equatable {
  enum Style: Equatable { case whole, fixed, scientific }

  let style: Style

  /// Chooses whole numbers where all are whole, three decimals where that shows the numbers, else powers of ten.
  init(for numbers: [Double]) {
    let finite = numbers.filter(\.isFinite)
    let largest = finite.map(abs).max() ?? 0
    if finite.allSatisfy({ $0 == $0.rounded() }), largest < 1e7 {
      style = .whole
    } else if largest >= 0.01, largest < 1e5 {
      style = .fixed
    } else {
      style = .scientific
    }
  }

  func text(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    switch style {
    case .whole: return String(Int(number))
    case .fixed: return NumberFormat.fixed(number, decimals: 3)
    case .scientific:
      guard number != 0 else { return "0" }
      var exponent = Int(log10(abs(number)).rounded(.down))
      var mantissa = NumberFormat.fixed(number / pow(10, Double(exponent)), decimals: 3)
      // Rounding may have made ten of it.
      if mantissa.hasSuffix("10.000") {
        mantissa = mantissa.replacing("10.000", with: "1.000")
        exponent += 1
      }
      return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))"
    }
  }

  /// The number with a fixed count of decimals. The caller keeps it below 10¹⁵.
  private static func fixed(_ number: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = Int((abs(number) * scale).rounded())
    let fraction = String(scaled % Int(scale))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / Int(scale)).\(zeros)\(fraction)"
  }
}
