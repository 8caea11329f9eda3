/// How long one call of some code takes, measured in several rounds.
public struct Measurement: CustomStringConvertible, Sendable {
  /// The time of one call in each round, the quickest first.
  public let rounds: [Duration]
  /// How many calls a round had.
  public let calls: Int

  public var description: String {
    let seconds = rounds.map { Double($0.components.seconds) + Double($0.components.attoseconds) * 1e-18 }
    let median = seconds[seconds.count / 2]
    let spread = (seconds.last ?? median) - (seconds.first ?? median)
    return
      "\(Self.words(median)) a call   (median of \(rounds.count) rounds of \(Self.grouped(calls)) \(calls == 1 ? "call" : "calls"), which differ by \(Self.words(spread)))"
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }

  private static func words(_ seconds: Double) -> String {
    let (value, unit) =
      seconds >= 1
      ? (seconds, "s")
      : seconds >= 1e-3 ? (seconds * 1e3, "ms") : seconds >= 1e-6 ? (seconds * 1e6, "µs") : (seconds * 1e9, "ns")
    let scale = value >= 100 ? 1.0 : value >= 10 ? 10.0 : 100.0
    let rounded = (value * scale).rounded() / scale
    return scale == 1 ? "\(Int(rounded)) \(unit)" : "\(rounded) \(unit)"
  }
}

/// Measures how long a call takes. Its value is used, so that the compiler cannot leave the call out.
public func measure<Value>(_ body: () throws -> Value) rethrows -> Measurement {
  let clock = ContinuousClock()
  func round(_ calls: Int) throws -> Duration {
    let start = clock.now
    for _ in 0..<calls { keep(try body()) }
    return clock.now - start
  }
  var calls = 1
  var duration = try round(1)
  // A round lasts about an eighth of a second, so that seven of them take about one.
  while duration < .milliseconds(60), calls < 1 << 40 {
    calls *= duration < .milliseconds(1) ? 10 : 2
    duration = try round(calls)
  }
  let rounds = try (0..<7).map { _ in try round(calls) / calls }
  return Measurement(rounds: rounds.sorted(), calls: calls)
}

@inline(never)
private func keep<Value>(_ value: Value) {}
