import Foundation

extension Output {
  /// A number with so many digits behind the point, set to the right.
  static func fixed(_ number: Double, _ digits: Int, width: Int = 0) -> String {
    padded(String(format: "%.\(digits)f", number), width)
  }

  /// Text set to the right.
  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// 124,439,808
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && digit.isNumber && digits[place - 1].isNumber && (digits.count - place) % 3 == 0
          ? [",", digit] : [digit]
      })
  }
}
