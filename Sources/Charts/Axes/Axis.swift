import Glibc

/// One axis: the range that it covers, where its marks stand, and what they say.
struct Axis: Equatable {
  let scale: ChartScale
  let range: ClosedRange<Double>
  /// Where the marks stand, in rising order; the first and the last are the ends of the range or lie inside of it.
  let ticks: [Double]
  let labels: [String]

  /// Makes an axis that covers all numbers that have a place on it, with ends and marks at round numbers.
  ///
  /// - Parameters:
  ///   - numbers: What the axis is to cover. What is not finite has no place on it.
  ///   - marks: How many marks there should be, about.
  ///   - isWhole: Whether there is nothing between whole numbers, such as between two steps.
  init(covering numbers: some Sequence<Double>, scale: ChartScale = .linear, marks: Int = 5, isWhole: Bool = false) {
    var extent = Extent()
    for number in numbers where Axis.hasPlace(number, on: scale) { extent.add(number) }
    self.init(covering: extent, scale: scale, marks: marks, isWhole: isWhole)
  }

  /// Makes an axis that covers all numbers between the smallest and the largest one.
  init(covering extent: Extent, scale: ChartScale = .linear, marks: Int = 5, isWhole: Bool = false) {
    let (low, high) = extent.isEmpty ? (scale == .linear ? (0, 1) : (1, 10)) : (extent.low, extent.high)
    self.scale = scale
    switch scale {
    case .linear:
      let steps = RoundSteps(covering: low...high, marks: marks, isWhole: isWhole)
      ticks = steps.numbers
      labels = steps.labels
    case .logarithmic:
      let steps = RoundPowers(covering: low...high)
      ticks = steps.numbers
      labels = ticks.map(\.brief)
    }
    // The marks are rounded, so that they may miss the numbers at the ends by a hair.
    range = min(ticks.first ?? low, low)...max(ticks.last ?? high, high)
  }

  /// Whether a number can be shown on an axis of that scale.
  static func hasPlace(_ number: Double, on scale: ChartScale) -> Bool {
    number.isFinite && (scale == .linear || number > 0)
  }

  /// Where a number stands along the axis, from 0 to 1; `nil` if it has no place on it.
  func share(_ number: Double) -> Double? {
    guard Axis.hasPlace(number, on: scale) else { return nil }
    let (low, high) = (range.lowerBound, range.upperBound)
    let share =
      switch scale {
      // Halves, as the difference of two very large numbers may not be a number any more.
      case .linear: (number / 2 - low / 2) / (high / 2 - low / 2)
      case .logarithmic: (log10(number) - log10(low)) / (log10(high) - log10(low))
      }
    return min(max(share, 0), 1)
  }
}
