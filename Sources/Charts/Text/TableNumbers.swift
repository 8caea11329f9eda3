/// One way of writing for the numbers of a table, so that its fields look alike.
struct TableNumbers {
  private let largest: Double
  private let areWhole: Bool

  init(_ numbers: some Sequence<Double>) {
    var (largest, areWhole) = (0.0, true)
    for number in numbers where number.isFinite {
      largest = max(largest, abs(number))
      areWhole = areWhole && number == number.rounded()
    }
    (self.largest, self.areWhole) = (largest, areWhole)
  }

  /// The number with two decimals where that shows the numbers of the table, and else as in a sentence. Nothing at all is `0`.
  func text(_ number: Double) -> String {
    guard number.isFinite, number != 0, !areWhole, (0.1..<1e4).contains(largest) else { return number.brief }
    let text = number.fixed(decimals: largest < 100 ? 2 : 0)
    // What is rounded to zero is neither above nor below it.
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }
}
