import Foundation
import Interpreter
import Synchronization
import Testing
import WorkerProtocol

/// A session with a worker of its own, driven by a test as a notebook would.
final class TestSession: Sendable {
  struct Hang: Error, CustomStringConvertible {
    var description: String
  }

  /// After this time a cell is taken to hang. Nothing is measured by it.
  static let patience = Duration.seconds(120)

  /// One cache for the tests of this process, so that nothing that was compiled by earlier code hides a mistake.
  static let cache: String = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "glassbox-tests-\(getpid())").path
    atexit { try? FileManager.default.removeItem(atPath: TestSession.cache) }
    return folder
  }()

  /// Cells are compiled by programs that take a processor each; more at once would only wait for one another.
  private static let seats = Seats(ProcessInfo.processInfo.activeProcessorCount)

  let session: Session
  private let lastNumber = Mutex(0)

  private init(_ session: Session) { self.session = session }

  /// Runs a body with a session that ends with it.
  static func with<Result>(
    environment changes: [String: String] = [:], toolchain: Toolchain? = nil, directory: String? = nil,
    _ body: (TestSession) async throws -> Result
  ) async throws -> Result {
    await seats.take()
    defer { seats.leave() }
    let session = try makeSession(environment: changes, toolchain: toolchain, directory: directory)
    do {
      let result = try await body(TestSession(session))
      await session.shutdown()
      return result
    } catch {
      await session.shutdown()
      throw error
    }
  }

  static func makeSession(
    environment changes: [String: String] = [:], toolchain: Toolchain? = nil, directory: String? = nil
  ) throws -> Session {
    var environment = ProcessInfo.processInfo.environment
    environment["GLASSBOX_CACHE"] = cache
    environment.merge(changes) { $1 }
    return try Session(
      configuration: SessionConfiguration(
        toolchain: toolchain ?? .located(), installation: .located(), environment: environment, directory: directory))
  }

  /// Runs a cell under the next number.
  @discardableResult
  func run(
    _ code: String, replies: [InputReply] = [], allowsInput: Bool = true, isStored: Bool = true
  ) async -> RanCell {
    await start(code, replies: replies, allowsInput: allowsInput, isStored: isStored).value
  }

  /// Starts a cell under the next number and does not wait for its end.
  func start(
    _ code: String, replies: [InputReply] = [], allowsInput: Bool = true, isStored: Bool = true
  ) -> Task<RanCell, Never> {
    start(code, output: TestOutput(replies: replies), allowsInput: allowsInput, isStored: isStored)
  }

  func start(
    _ code: String, output: TestOutput, allowsInput: Bool = true, isStored: Bool = true
  ) -> Task<RanCell, Never> {
    let number = lastNumber.withLock { number in
      number += 1
      return number
    }
    let request = CellRequest(number: number, code: code, allowsInput: allowsInput, isStored: isStored)
    return Task { [session] in
      let watch = Task {
        try await Task.sleep(for: Self.patience)
        Issue.record("cell \(number) does not end: \(code)")
        session.interrupt()
        try await Task.sleep(for: .seconds(5))
        if let process = await session.workerProcess { kill(process, SIGKILL) }
      }
      defer { watch.cancel() }
      return RanCell(number: number, code: code, result: await session.execute(request, output: output), output: output)
    }
  }
}

/// A cell that has come to its end.
struct RanCell: Sendable {
  var number: Int
  var code: String
  var result: CellResult
  var output: TestOutput

  var text: String { output.output(.standardOutput) }
  var errorText: String { output.output(.standardError) }
  var value: String? { output.result }
  var notices: [String] { output.notices.map(\.plain) }
  var failure: CellFailure? { result.failure }
  /// The report of the failure, or nothing.
  var report: String { failure?.report.plain ?? "" }
  var isSuccess: Bool { failure == nil }

  var isInterrupted: Bool { if case .interrupted = result.ending { true } else { false } }
}

/// Lets so many tests work at a time.
final class Seats: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(free: max(count, 1))) }

  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}

extension TestSession {
  /// Ends the process that runs the cells from outside.
  func killWorker() async {
    guard let process = await session.workerProcess else { return }
    kill(process, SIGKILL)
    while await session.workerProcess == process { try? await Task.sleep(for: .milliseconds(2)) }
  }
}
