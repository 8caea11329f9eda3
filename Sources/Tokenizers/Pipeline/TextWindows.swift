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
  /// - Parameter isSecondFirst: Whether the second text stands before the first, which changes their parts in this.
  func places(isSecondFirst: Bool) -> [(first: Range<Int>, second: Range<Int>)] {
    func order(_ front: [Range<Int>], _ back: [Range<Int>]) -> [(Range<Int>, Range<Int>)] {
      let rest = front.dropFirst().flatMap { part in back.map { (part, $0) } }
      return front.prefix(1).flatMap { part in
        back.prefix(1).map { (part, $0) } + rest + back.dropFirst().map { (part, $0) }
      }
    }
    return isSecondFirst
      ? order(secondWindows, firstWindows).map { (first: $0.1, second: $0.0) } : order(firstWindows, secondWindows)
  }

  /// What is kept.
  var kept: (first: Range<Int>, second: Range<Int>) { (firstWindows[0], secondWindows[0]) }
}
