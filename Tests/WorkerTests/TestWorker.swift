import Foundation
import Synchronization
import WorkerProtocol

/// A worker process with its socket, driven by a test.
final class TestWorker: Sendable {
  struct Ended: Error, CustomStringConvertible {
    var description: String
  }

  /// Seconds after which a test gives up; only a hang takes that long.
  static let patience = ProcessInfo.processInfo.environment["GLASSBOX_TEST_PATIENCE"].flatMap(Double.init) ?? 30

  private let connection: WorkerConnection
  let processIdentifier: pid_t
  private let state = Mutex(State())
  private let condition = DispatchSemaphore(value: 0)

  private struct State {
    var events: [WorkerEvent] = []
    var hasEnded = false
  }

  init(environment: [String: String] = [:]) throws {
    let (connection, descriptor) = try WorkerConnection.pair()
    self.connection = connection
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // A copy of the descriptor under a number of its own is not closed by exec.
    posix_spawn_file_actions_adddup2(&actions, descriptor, 37)
    var variables = ProcessInfo.processInfo.environment
    variables[WorkerConnection.environmentName] = "37"
    variables.merge(environment) { $1 }
    let program = CellCompiler.productsFolder.appending(path: "glassbox-worker").path
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    var block: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer {
      for pointer in arguments + block { free(pointer) }
      posix_spawn_file_actions_destroy(&actions)
      close(descriptor)
    }
    var identifier: pid_t = 0
    let failure = posix_spawn(&identifier, program, &actions, nil, &arguments, &block)
    guard failure == 0 else { throw Ended(description: "the worker does not start: \(failure)") }
    processIdentifier = identifier
    Thread.detachNewThread { [self] in
      while let event = try? connection.receive(WorkerEvent.self) {
        state.withLock { $0.events.append(event) }
        condition.signal()
      }
      state.withLock { $0.hasEnded = true }
      condition.signal()
    }
  }

  deinit {
    connection.shutdown()
    kill(processIdentifier, SIGKILL)
    var status: Int32 = 0
    waitpid(processIdentifier, &status, 0)
  }

  func send(_ request: WorkerRequest) throws { try connection.send(request) }

  /// Waits for the first event that fits and takes everything up to it out of the queue.
  func events(until fits: (WorkerEvent) -> Bool, seconds: Double = TestWorker.patience) throws -> [WorkerEvent] {
    let deadline = DispatchTime.now() + seconds
    while true {
      let (taken, hasEnded) = state.withLock { state -> ([WorkerEvent]?, Bool) in
        guard let index = state.events.firstIndex(where: fits) else { return (nil, state.hasEnded) }
        defer { state.events.removeFirst(index + 1) }
        return (Array(state.events[...index]), false)
      }
      if let taken { return taken }
      if hasEnded { throw Ended(description: "the worker has ended; events: \(state.withLock { $0.events })") }
      if condition.wait(timeout: deadline) == .timedOut {
        throw Ended(description: "no answer in \(seconds) s; events: \(state.withLock { $0.events })")
      }
    }
  }

  /// Runs a cell to its end.
  func run(_ cell: CellRun, as number: Int? = nil) throws -> Report {
    var cell = cell
    if let number { cell.run = number }
    try send(.run(cell))
    return try report(of: cell.run)
  }

  func report(of run: Int) throws -> Report {
    let events = try events {
      if case .finished(run, _) = $0 { true } else { false }
    }
    return Report(run: run, events: events)
  }
}

/// What a run has sent.
struct Report {
  var run: Int
  var events: [WorkerEvent]

  var outcome: RunOutcome {
    guard case .finished(_, let outcome) = events.last else { return RunOutcome(ending: .success) }
    return outcome
  }

  var failure: RunFailure? {
    if case .failure(let failure) = outcome.ending { failure } else { nil }
  }

  var isSuccess: Bool { outcome.ending == .success }
  var isInterrupted: Bool { if case .interrupted = outcome.ending { true } else { false } }

  func text(_ stream: WorkerProtocol.OutputStream = .standardOutput) -> String {
    events.reduce(into: "") { text, event in
      if case .output(run, stream, let piece) = event { text += piece }
    }
  }

  /// All text with a mark for its stream, in order.
  var transcript: String {
    events.reduce(into: "") { text, event in
      if case .output(_, let stream, let piece) = event { text += (stream == .standardError ? "[err]" : "") + piece }
    }
  }

  var displays: [String] {
    events.compactMap { if case .display(_, let message) = $0 { message } else { nil } }
  }
}
