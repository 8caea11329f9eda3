import Displays
import Glibc

/// Marks at round numbers: multiples of one, two or five times a power of ten, that enclose a range.
///
/// The choice of the step follows Heckbert, "Nice Numbers for Graph Labels" (Graphics Gems, 1990).
struct RoundSteps: Equatable {
  let numbers: [Double]
  let labels: [String]

  init(covering range: ClosedRange<Double>, marks: Int, isWhole: Bool = false) {
    let range = RoundSteps.widened(range, isWhole: isWhole)
    // Divided before they are subtracted, as the difference of two very large numbers may not be a number any more.
    let parts = Double(max(marks - 1, 1))
    let rough = range.upperBound / parts - range.lowerBound / parts
    var exponent = Int(log10(rough).rounded(.down))
    let fraction = rough / pow(10, Double(exponent))
    var digit = fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10
    if digit == 10 { (digit, exponent) = (1, exponent + 1) }
    if isWhole, exponent < 0 { (digit, exponent) = (1, 0) }
    /// A multiple of the step. Divided by a power of ten, as 0.1 has no exact value but 10 has.
    func multiple(_ count: Double) -> Double {
      let whole = count * Double(digit)
      return exponent < 0 && exponent > -300 ? whole / pow(10, Double(-exponent)) : whole * pow(10, Double(exponent))
    }
    let step = multiple(1)
    let first = (range.lowerBound / step).rounded(.down)
    let last = (range.upperBound / step).rounded(.up)
    // The ends may lie beyond the largest number.
    let most = Double.greatestFiniteMagnitude
    numbers = stride(from: first, through: last, by: 1).map { min(max(multiple($0), -most), most) }
    labels = RoundSteps.labels(numbers, exponent: exponent)
  }

  /// The range, or a wider one if it is too narrow for numbers between its ends.
  private static func widened(_ range: ClosedRange<Double>, isWhole: Bool) -> ClosedRange<Double> {
    let (low, high) = (range.lowerBound, range.upperBound)
    let largest = max(abs(low), abs(high))
    guard high / 2 - low / 2 <= largest * 1e-12 || largest < 1e-290 else { return range }
    if largest < 1e-290 { return isWhole ? 0...1 : -1...1 }
    let room = isWhole ? max(largest * 1e-9, 1) : largest / 2
    let most = Double.greatestFiniteMagnitude
    return max(low - room, -most)...min(high + room, most)
  }

  /// All with as many decimals as the step needs, or all with a power of ten.
  private static func labels(_ numbers: [Double], exponent: Int) -> [String] {
    let largest = numbers.map(abs).max() ?? 0
    if largest >= 1e7 || exponent < -6 {
      let digits = largest > 0 ? Int(log10(largest).rounded(.down)) - exponent : 0
      return numbers.map { $0 == 0 ? "0" : $0.scientific(digits: min(max(digits, 0), 15)) }
    }
    return numbers.map { $0.fixed(decimals: max(-exponent, 0)) }
  }
}
