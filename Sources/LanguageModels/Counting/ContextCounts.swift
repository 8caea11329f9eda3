/// What came after contexts of one length, and how often.
struct ContextCounts: Sendable {
  /// For each context the tokens that followed, with their counts.
  private(set) var following: [[Int]: [Int: Int]] = [:]
  /// For each context how often anything followed.
  private(set) var totals: [[Int]: Int] = [:]

  /// - Returns: Whether that had never been seen before.
  @discardableResult mutating func count(_ token: Int, after context: [Int]) -> Bool {
    let known = following[context, default: [:]][token, default: 0]
    following[context, default: [:]][token] = known + 1
    totals[context, default: 0] += 1
    return known == 0
  }

  /// How many different runs of a context and a token there are.
  var runs: Int { following.values.reduce(0) { $0 + $1.count } }
}
