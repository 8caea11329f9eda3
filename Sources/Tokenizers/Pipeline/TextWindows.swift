/// One or two texts as tokens, and the windows into which each is cut.
struct TextWindows {
  let first: Encoding
  let second: Encoding?
  private let firstWindows: [Range<Int>]
  private let secondWindows: [Range<Int>]

  init(_ first: Encoding, _ second: Encoding?, _ truncation: Truncation?, marks: Int) {
    self.first = first
    self.second = second
    guard let truncation else {
      firstWindows = [0..<first.count]
      secondWindows = [0..<(second?.count ?? 0)]
      return
    }
    let lengths = truncation.lengths(of: first.count, second?.count, marks: marks)
    firstWindows = truncation.windows(of: first.count, length: lengths.first)
    secondWindows = truncation.windows(of: second?.count ?? 0, length: lengths.second ?? 0)
  }

  /// All windows of the one text with all of the other: what is kept, then the rest of the first text with each window of
  /// the second, then the rest of the second.
  var places: [(first: Range<Int>, second: Range<Int>)] {
    let rest = firstWindows.dropFirst().flatMap { first in secondWindows.map { (first, $0) } }
    return firstWindows.prefix(1).flatMap { first in
      secondWindows.prefix(1).map { (first, $0) } + rest + secondWindows.dropFirst().map { (first, $0) }
    }
  }

  /// What is kept.
  var kept: (first: Range<Int>, second: Range<Int>) { (firstWindows[0], secondWindows[0]) }
}
