internal import CWorkerRuntime
internal import WorkerProtocol

extension RunFailure {
  /// What a thread left behind, as the kernel's side wants it.
  init(_ death: gb_death, isOnOtherThread: Bool) {
    let report = death.message.map { String(cString: $0) } ?? ""
    var kind = Kind(rawValue: UInt8(truncatingIfNeeded: death.kind)) ?? .trap
    // The runtime aborts the process after its reports; for the learner that is a trap like any other.
    if kind == .abort, !report.isEmpty { kind = .trap }
    var message = kind == .thrownError ? report : Self.reason(in: report)
    if kind == .exit { message = String(death.status) }
    self.init(
      kind: kind, message: message, errorType: death.error_type.map { String(cString: $0) } ?? "",
      backtrace: Self.backtrace(of: death), isOnOtherThread: isOnOtherThread)
  }

  /// The part of a report that says why: `main.swift:3: Fatal error: no value` becomes `no value`.
  static func reason(in report: String) -> String {
    var text = Substring(report)
    // Debug builds of the library add a list of addresses, which the report of the cell shows better.
    if let trace = text.firstRange(of: "Current stack trace:") { text = text[..<trace.lowerBound] }
    while text.last?.isNewline == true { text.removeLast() }
    for prefix in ["Fatal error: ", "Precondition failed: ", "Assertion failed: "] {
      guard let start = text.firstRange(of: prefix) else { continue }
      return String(text[start.upperBound...])
    }
    for name in ["Fatal error", "Precondition failed", "Assertion failed"] where text.hasSuffix(name) {
      return name
    }
    return String(text)
  }

  private static func backtrace(of death: gb_death) -> [BacktraceFrame] {
    withUnsafeBytes(of: death.frames) { bytes in
      bytes.bindMemory(to: UInt64.self).prefix(Int(max(death.frame_count, 0))).map { address in
        var offset: UInt64 = 0
        let library = String(cString: gb_library_of(address, &offset))
        return BacktraceFrame(library: library, offset: offset)
      }
    }
  }

  /// One line for a failure that no run waits for.
  var summary: String {
    message.isEmpty ? "\(kind)" : message
  }
}
