import Foundation
import Synchronization
import WorkerProtocol

/// The process that runs the cells, seen from the kernel's side.
final class Worker: Sendable {
  private struct State {
    var runs: [Int: CheckedContinuation<RunOutcome?, Never>] = [:]
    var descriptions: [Int: CheckedContinuation<[VariableDescription], Never>] = [:]
    var requests: [Int: CheckedContinuation<String?, Never>] = [:]
    var outputs: [Int: any CellOutput] = [:]
    var recorders: [Int: Recorder] = [:]
    var nextRequest = 1
    var status: Int32?
    var readiness: [CheckedContinuation<Void, Never>] = []
    var isReady = false
  }

  /// Takes the records of a run's tests that carry the right word.
  private struct Recorder {
    var nonce: String
    var take: @Sendable (String) -> Void
  }

  /// How many runs are remembered for output that comes late.
  private static let rememberedRuns = 4096

  let identifier: pid_t
  private let connection: WorkerConnection
  private let state = Mutex(State())
  private let onComm: @Sendable (String) -> Void

  /// Starts the process.
  ///
  /// - Parameter launcher: A program with arguments that starts it in its turn, or nothing.
  init(
    launcher: [String] = [], program: String, environment: [String: String], directory: String?,
    onComm: @escaping @Sendable (String) -> Void
  ) throws {
    let (connection, descriptor) = try WorkerConnection.pair()
    var environment = environment
    environment[WorkerConnection.environmentName] = "3"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    var identifier: pid_t = 0
    let command = launcher + [program]
    let status = ChildProcess.spawn(
      command[0], Array(command.dropFirst()), environment: environment, directory: directory,
      descriptors: [-1, 2, 2, descriptor],
      identifier: &identifier)
    close(descriptor)
    guard status == 0 else {
      throw InterpreterError.cannotStart(program: program, reason: String(cString: strerror(status)))
    }
    self.identifier = identifier
    self.connection = connection
    self.onComm = onComm
    let thread = Thread { [self] in receive() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Why the process has ended, or `nil` while it lives.
  var endingStatus: Int32? { state.withLock { $0.status } }

  /// Runs a cell; `nil` means that the process ended before the cell did.
  ///
  /// - Parameter onRecord: Gets the records of the run's tests, if it has any, on the thread that receives.
  func run(
    _ run: CellRun, output: any CellOutput, onRecord: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> RunOutcome? {
    await withCheckedContinuation { continuation in
      let isAlive = state.withLock { state in
        guard state.status == nil else { return false }
        state.outputs[run.run] = output
        state.outputs[run.run - Self.rememberedRuns] = nil
        state.runs[run.run] = continuation
        if let suite = run.suite { state.recorders[run.run] = Recorder(nonce: suite.nonce, take: onRecord) }
        return true
      }
      guard isAlive else { return continuation.resume(returning: nil) }
      send(.run(run))
    }
  }

  func describe(_ variables: [VariableReference]) async -> [VariableDescription] {
    guard !variables.isEmpty else { return [] }
    return await withCheckedContinuation { continuation in
      let request = state.withLock { state -> Int? in
        guard state.status == nil else { return nil }
        state.nextRequest += 1
        state.descriptions[state.nextRequest] = continuation
        return state.nextRequest
      }
      guard let request else { return continuation.resume(returning: []) }
      send(.describe(request: request, variables: variables))
    }
  }

  /// Asks for something that can fail and returns the reason if it did.
  func request(_ make: (Int) -> WorkerRequest) async -> String? {
    await withCheckedContinuation { continuation in
      let request = state.withLock { state -> Int? in
        guard state.status == nil else { return nil }
        state.nextRequest += 1
        state.requests[state.nextRequest] = continuation
        return state.nextRequest
      }
      guard let request else { return continuation.resume(returning: "the process that runs the cells has ended") }
      send(make(request))
    }
  }

  /// Passes a comm message to the cells and waits until they have handled it.
  ///
  /// - Returns: Why nothing took the message.
  func comm(_ message: String, output: any CellOutput) async -> String? {
    await withCheckedContinuation { continuation in
      let request = state.withLock { state -> Int? in
        guard state.status == nil else { return nil }
        state.nextRequest += 1
        // Runs of cells count upwards from 1, those of comm messages downwards from -1.
        let request = -state.nextRequest
        state.requests[request] = continuation
        state.outputs[request] = output
        if request + Self.rememberedRuns < 0 { state.outputs[request + Self.rememberedRuns] = nil }
        return request
      }
      guard let request else { return continuation.resume(returning: "the process that runs the cells has ended") }
      send(.comm(run: request, message: message))
    }
  }

  func send(_ request: WorkerRequest) {
    // A broken connection shows itself to the thread that receives.
    try? connection.send(request)
  }

  /// Waits until the process has said that it is ready, or has ended.
  func waitUntilReady() async {
    await withCheckedContinuation { continuation in
      let isReady = state.withLock { state in
        if state.isReady || state.status != nil { return true }
        state.readiness.append(continuation)
        return false
      }
      if isReady { continuation.resume() }
    }
  }

  /// Ends the process and everything that it has started.
  func stop() {
    // It knows its children, also those in process groups of their own; only if it does not answer it is killed.
    send(.shutdown)
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in
      guard let self else { return }
      self.state.withLock { state in
        if state.status == nil { kill(-self.identifier, SIGKILL) }
      }
    }
  }

  private func receive() {
    while true {
      guard let event = try? connection.receive(WorkerEvent.self) else { break }
      handle(event)
    }
    kill(-identifier, SIGKILL)
    let status = ChildProcess.reap(identifier)
    let state = state.withLock { state in
      state.status = status
      let old = state
      state.runs = [:]
      state.descriptions = [:]
      state.requests = [:]
      state.readiness = []
      return old
    }
    for continuation in state.runs.values { continuation.resume(returning: nil) }
    for continuation in state.descriptions.values { continuation.resume(returning: []) }
    for continuation in state.requests.values {
      continuation.resume(returning: "the process that runs the cells has ended")
    }
    for continuation in state.readiness { continuation.resume() }
  }

  private func output(_ run: Int) -> (any CellOutput)? { state.withLock { $0.outputs[run] } }

  private func handle(_ event: WorkerEvent) {
    switch event {
    case .ready:
      let waiting = state.withLock { state in
        state.isReady = true
        defer { state.readiness = [] }
        return state.readiness
      }
      for continuation in waiting { continuation.resume() }
    case .output(let run, let stream, let text): output(run)?.write(text, to: stream)
    case .display(let run, let message): output(run)?.display(message)
    case .inputRequested(let run, let prompt, let isPassword):
      guard let output = output(run) else { return send(.input(run: run, reply: .refused)) }
      Task { [self] in
        guard let reply = await output.readLine(prompt: prompt, isPassword: isPassword) else { return }
        send(.input(run: run, reply: reply))
      }
    case .finished(let run, let outcome):
      let continuation = state.withLock { state in
        state.recorders[run] = nil
        return state.runs.removeValue(forKey: run)
      }
      continuation?.resume(returning: outcome)
    case .record(let run, let nonce, let text):
      guard let recorder = state.withLock({ $0.recorders[run] }), recorder.nonce == nonce else { return }
      recorder.take(text)
    case .described(let request, let variables):
      state.withLock { $0.descriptions.removeValue(forKey: request) }?.resume(returning: variables)
    case .completed(let request, let failure):
      state.withLock { $0.requests.removeValue(forKey: request) }?.resume(returning: failure)
    case .comm(let run, let message):
      if let output = output(run) { output.comm(message) } else { onComm(message) }
    }
  }
}
