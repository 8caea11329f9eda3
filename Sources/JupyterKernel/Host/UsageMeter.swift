import FoundationEssentials
import Glibc
import JupyterProtocol
import Synchronization

/// Measures what the kernel, its children and the machine use.
final class UsageMeter: Sendable {
  private struct Sample {
    var moment: ContinuousClock.Instant
    /// Processor time by process, in clock ticks.
    var processes: [Int32: Int]
    var host: HostProcessorTime
  }

  private let last = Mutex<Sample?>(nil)

  /// The use since the last call; since the processes' start for the first one.
  func measure() -> UsageReply {
    let processes = ProcessTable.descendants(of: getpid())
    let sample = Sample(
      moment: .now, processes: processes.reduce(into: [:]) { $0[$1] = ProcessTable.processorTicks(of: $1) },
      host: HostProcessorTime.now())
    let before = last.withLock { last in
      defer { last = sample }
      return last
    }
    return UsageReply(
      hostname: ProcessInfo.processInfo.hostName, processID: Int(getpid()),
      kernelProcessor: before.map { Self.percent(from: $0, to: sample) } ?? 0,
      kernelMemory: processes.reduce(0) { $0 + ProcessTable.memory(of: $1) },
      processorCount: ProcessInfo.processInfo.activeProcessorCount,
      hostProcessor: before.map { sample.host.busyPercent(since: $0.host) } ?? 0, hostMemory: HostMemory.now())
  }

  private static func percent(from before: Sample, to after: Sample) -> Double {
    let elapsed = (after.moment - before.moment) / .seconds(1)
    let ticks = after.processes.reduce(0) { $0 + max(0, $1.value - (before.processes[$1.key] ?? 0)) }
    return elapsed > 0 ? 100 * Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK))) / elapsed : 0
  }
}
