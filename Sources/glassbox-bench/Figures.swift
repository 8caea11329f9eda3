import Foundation
import Parallelism

/// What one case took.
struct Figures: Encodable {
  let medianMilliseconds: Double
  let bestMilliseconds: Double
  let repetitions: Int
  let threads: Int
  let tokensPerSecond: Double?
  let peakMemoryBytes: Int?

  enum CodingKeys: String, CodingKey {
    case medianMilliseconds = "median_ms"
    case bestMilliseconds = "best_ms"
    case repetitions, threads
    case tokensPerSecond = "tokens_per_second"
    case peakMemoryBytes = "peak_memory_bytes"
  }

  /// Times some work: a warm-up, then repetitions of a few calls each.
  init(of benchmark: BenchmarkCase, isQuick: Bool, _ work: () -> Void) {
    let clock = ContinuousClock()
    let warmUpEnd = clock.now + .milliseconds(500)
    for _ in 0..<20 {
      work()
      if clock.now > warmUpEnd { break }
    }
    Figures.forgetPeakMemory()
    let count = isQuick ? benchmark.repetitions.quick : benchmark.repetitions.full
    let times = (0..<count).map { _ in
      let duration = clock.measure { for _ in 0..<benchmark.calls { work() } }
      return duration / .milliseconds(1) / Double(benchmark.calls)
    }
    let sorted = times.sorted()
    medianMilliseconds = count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    bestMilliseconds = sorted[0]
    repetitions = count
    threads = threadCount
    let tokens = benchmark.sizes["tokens"]
    tokensPerSecond = tokens > 0 ? Double(tokens) / medianMilliseconds * 1000 : nil
    peakMemoryBytes = benchmark.memory == true ? Figures.peakMemory() : nil
  }

  /// Begins to look for the peak anew: what making the model took does not count. The system may not allow it; then it counts.
  private static func forgetPeakMemory() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  /// The most that this process has held in memory since then.
  private static func peakMemory() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 }
  }
}
