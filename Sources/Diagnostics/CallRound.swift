/// A row of calls that happened some number of times in succession.
struct CallRound: Hashable {
  /// The calls of one round.
  var calls: [String]
  /// How often the round was made.
  var repetitions: Int

  private static let longestRound = 8

  /// Splits a list of calls into rounds, each as short as can be; calls that are not repeated are rounds of their own.
  static func rounds(in calls: [String]) -> [CallRound] {
    var result: [CallRound] = []
    var start = 0
    while start < calls.count {
      var best = CallRound(calls: [calls[start]], repetitions: 1)
      for length in 1...longestRound where start + 2 * length <= calls.count {
        let round = calls[start..<start + length]
        var end = start + length
        while end + length <= calls.count, calls[end..<end + length].elementsEqual(round) { end += length }
        let repetitions = (end - start) / length
        if repetitions > 1 {
          best = CallRound(calls: Array(round), repetitions: repetitions)
          break
        }
      }
      result.append(best)
      start += best.calls.count * best.repetitions
    }
    return result
  }
}
