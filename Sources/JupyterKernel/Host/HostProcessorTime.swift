/// The time that all processors of the machine have worked and rested, in clock ticks.
struct HostProcessorTime: Sendable {
  var total: Int
  var idle: Int

  static func now() -> HostProcessorTime {
    let line = ProcessTable.text("/proc/stat").split(separator: "\n").first ?? ""
    let ticks = line.split(separator: " ").dropFirst().prefix(8).map { Int($0) ?? 0 }
    let idle = ticks.count > 4 ? ticks[3] + ticks[4] : 0
    return HostProcessorTime(total: ticks.reduce(0, +), idle: idle)
  }

  func busyPercent(since before: HostProcessorTime) -> Double {
    let elapsed = total - before.total
    return elapsed > 0 ? 100 * Double(elapsed - (idle - before.idle)) / Double(elapsed) : 0
  }
}
