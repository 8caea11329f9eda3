/// How far a loop has come.
struct ProgressState: Sendable {
  enum Phase { case running, finished, stopped }

  var label: String
  /// How many elements the loop is done with.
  var done = 0
  /// How many there are; `nil` if nobody knows.
  var total: Int?
  var elapsed: Duration = .zero
  var phase = Phase.running

  /// How much is done, from 0 to 1; `nil` if the length is not known.
  var fraction: Double? {
    guard let total else { return nil }
    return total == 0 ? 1 : min(Double(done) / Double(total), 1)
  }

  private var seconds: Double { elapsed / .seconds(1) }

  /// `420/2000`, or `420` if the length is not known.
  var count: String { total.map { "\(done)/\($0)" } ?? "\(done)" }

  /// Elements in a second, or seconds for an element; empty while it cannot be known.
  var rate: String {
    guard done > 0, seconds > 0 else { return "" }
    let rate = Double(done) / seconds
    if rate >= 100 { return ProgressState.grouped(Int(min(rate, 1e15).rounded())) + "/s" }
    if rate >= 1 { return "\((rate * 10).rounded() / 10)/s" }
    return "\((10 / rate).rounded() / 10) s each"
  }

  /// The time that is left, or the time that the loop took.
  var time: String {
    switch phase {
    case .finished: return ProgressState.clock(seconds)
    case .stopped: return "stopped after \(ProgressState.clock(seconds))"
    case .running:
      guard let total, done > 0 else { return total == nil ? ProgressState.clock(seconds) : "" }
      return ProgressState.clock(seconds / Double(done) * Double(max(total - done, 0))) + " left"
    }
  }

  /// `0:38` or `1:02:05`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(), 1e9))
    let parts = [whole / 3600, whole / 60 % 60, whole % 60]
    let shown = parts[0] > 0 ? parts : Array(parts.dropFirst())
    return shown.enumerated().map { $0 > 0 && $1 < 10 ? "0\($1)" : "\($1)" }.joined(separator: ":")
  }

  /// `41,200`.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return digits
  }
}
