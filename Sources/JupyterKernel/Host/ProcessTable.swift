import FoundationEssentials
import Glibc

/// Reads what Linux tells about processes. A process that ends meanwhile counts as nothing.
enum ProcessTable {
  /// A process and all that it has started, in turn.
  static func descendants(of process: Int32) -> [Int32] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    let children = threads.flatMap { thread in
      text("/proc/\(process)/task/\(thread)/children").split(separator: " ").compactMap { Int32($0) }
    }
    return [process] + children.flatMap(descendants)
  }

  /// The processor time that a process has used, in clock ticks.
  static func processorTicks(of process: Int32) -> Int {
    // The name in parentheses may hold spaces; the fields after it are counted.
    let fields = text("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12 else { return 0 }
    return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
  }

  /// The memory of a process in bytes; what it shares with others is counted in parts.
  static func memory(of process: Int32) -> Int {
    let proportional = Self.fields("/proc/\(process)/smaps_rollup")["Pss"]
    return proportional ?? Self.fields("/proc/\(process)/status")["VmRSS"] ?? 0
  }

  /// The lines `name: number kB` of a file, in bytes.
  static func fields(_ path: String) -> [String: Int] {
    var fields: [String: Int] = [:]
    for line in text(path).split(separator: "\n") {
      let parts = line.split(separator: ":")
      guard parts.count == 2, let number = parts[1].split(separator: " ").first.flatMap({ Int($0) }) else { continue }
      fields[String(parts[0])] = number * 1_024
    }
    return fields
  }

  static func text(_ path: String) -> String {
    // Files under /proc have no size, so they are read to their end.
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
