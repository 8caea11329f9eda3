internal import CWorkerRuntime
import Glibc
import Synchronization
internal import WorkerProtocol

/// The process that runs cells: it takes requests from the kernel and reports events.
package final class Worker: Sendable {
  private let connection: WorkerConnection
  private let inbox = Mutex<[WorkerRequest]>([])

  private init(connection: WorkerConnection) {
    self.connection = connection
  }

  // The worker's threads are started from C, which passes no context: they find it here.
  private static let current = Mutex<Worker?>(nil)

  /// Runs the worker on the socket that the environment names. Never returns.
  package static func run() -> Never {
    guard let text = getenv(WorkerConnection.environmentName), let descriptor = Int32(String(cString: text)) else {
      stop(
        "\(WorkerConnection.environmentName) must hold the number of a connected socket. Glassbox starts this program itself."
      )
    }
    gb_close_inherited(descriptor)
    unsetenv(WorkerConnection.environmentName)
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let worker = Worker(connection: WorkerConnection(descriptor: descriptor))
    current.withLock { $0 = worker }
    if let failure = gb_start() { stop("The worker cannot start: \(String(cString: failure)).") }
    InputDesk.connectStandardInput()
    UncaughtErrors.connect()
    if let limit = getenv("GLASSBOX_MEMORY_LIMIT") {
      guard let bytes = byteCount(String(cString: limit)) else {
        stop(
          "GLASSBOX_MEMORY_LIMIT is \"\(String(cString: limit))\"; it must be a number of bytes such as 2000000000 or 2G."
        )
      }
      gb_set_memory_limit(bytes)
    }
    if let failure = ResourceLimits.apply() { stop(failure) }
    gb_service_thread_create("sender") { Worker.withCurrent { EventQueue.deliver(over: $0.connection) } }
    gb_service_thread_create("requests") { Worker.withCurrent { $0.receive() } }
    gb_service_thread_create("displays") { _ = LearnersDisplays.shared }
    gb_service_thread_create("manager") { Worker.withCurrent { CellManager().serve($0) } }
    EventQueue.send(.ready(processIdentifier: getpid()), run: 0)
    while true { pause() }
  }

  private static func withCurrent(_ body: (Worker) -> Void) {
    if let worker = current.withLock({ $0 }) { body(worker) }
  }

  private static func stop(_ message: String) -> Never {
    // The streams may not be in place yet, so the text goes out directly.
    let line = Array("glassbox-worker: \(message)\n".utf8)
    _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    gb_end_process(64)
  }

  /// The requests that have arrived since the last call.
  func takeRequests() -> [WorkerRequest] {
    inbox.withLock { inbox in
      defer { inbox = [] }
      return inbox
    }
  }

  private func receive() {
    do throws(WorkerConnection.Failure) {
      while let request = try connection.receive(WorkerRequest.self) {
        // Answers are for threads that wait; the manager may be busy stopping one of them.
        if case .input(let run, let reply) = request {
          InputDesk.shared.answer(run: run, reply: reply)
        } else {
          inbox.withLock { $0.append(request) }
          gb_notify(Int32(GB_NOTICE_REQUEST), 0, nil)
        }
      }
    } catch .malformed(let reason) {
      EventQueue.send(
        .output(run: 0, stream: .standardError, text: "glassbox-worker: a request cannot be read: \(reason).\n"), run: 0
      )
      usleep(100_000)
      gb_end_process(65)
    } catch {
      gb_end_process(0)
    }
    gb_end_process(0)
  }

  /// Reads "2G", "500M", "1500000".
  static func byteCount(_ text: String) -> Int? {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    var digits = Substring(text.uppercased())
    if digits.last == "B" { digits.removeLast() }
    let unit = digits.last.flatMap { units[$0] }
    if unit != nil { digits.removeLast() }
    guard let number = Int(digits), number > 0 else { return nil }
    let (product, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflows ? nil : product
  }
}
