/// Completes and explains code, with the compiler in a helper process.
///
/// The helper starts with the first question, starts anew after a crash or a timeout, and ends after a time without
/// questions, because it needs some 200 MB. Nothing here waits for cells.
public actor CodeAnalyzer {
  private let executable: String
  private let arguments: [String]
  private let timeout: Duration
  private let idleTime: Duration

  private var helper: HelperProcess?
  private var generation = 0
  private var lastNumber = 0
  private var waiting: [Int: CheckedContinuation<AnalysisReply, any Error>] = [:]
  private var idleTask: Task<Void, Never>?

  /// Describes the helper without starting it.
  ///
  /// - Parameters:
  ///   - executable: The path of a program that calls `CodeAnalysisServer.run`.
  ///   - arguments: What to pass to it.
  ///   - timeout: The time that an answer may take; the first includes loading the compiler.
  ///   - idleTime: The time without questions after which the helper ends.
  public init(
    executable: String, arguments: [String], timeout: Duration = .seconds(10), idleTime: Duration = .seconds(600)
  ) {
    self.executable = executable
    self.arguments = arguments
    self.timeout = timeout
    self.idleTime = idleTime
  }

  deinit {
    idleTask?.cancel()
    helper?.end()
  }

  /// Whether a helper is running.
  public var isRunning: Bool { helper != nil }

  /// Returns the ways to go on at a place.
  ///
  /// - Throws: `CodeAnalysisError` if the helper cannot answer.
  public func completions(for query: SourceQuery) async throws -> CompletionList {
    switch try await ask(.complete(query)) {
    case .completions(let list): return list
    case .failure(let reason): throw CodeAnalysisError.refused(reason)
    case .inspection: throw CodeAnalysisError.damagedMessage
    }
  }

  /// Returns what is known about the name at a place, or about the call whose arguments are being typed there.
  ///
  /// - Throws: `CodeAnalysisError` if the helper cannot answer.
  public func inspection(for query: SourceQuery) async throws -> Inspection? {
    switch try await ask(.inspect(query)) {
    case .inspection(let inspection): return inspection
    case .failure(let reason): throw CodeAnalysisError.refused(reason)
    case .completions: throw CodeAnalysisError.damagedMessage
    }
  }

  /// Starts the helper and lets the compiler read the modules that the query's text imports, so that the first real
  /// question is answered quickly.
  public func prewarm(_ query: SourceQuery) async {
    // What fails here fails again, with a reader for the message, when somebody asks.
    _ = try? await completions(for: query)
  }

  /// Ends the helper; the next question starts another.
  public func stop() {
    forgetHelper(throwing: .helperEnded)
  }

  private func ask(_ request: AnalysisRequest) async throws -> AnalysisReply {
    let helper = try runningHelper()
    lastNumber += 1
    let number = lastNumber
    let timer = Task { [timeout] in
      try await Task.sleep(for: timeout)
      self.giveUp(number)
    }
    defer {
      timer.cancel()
      restartIdleTime()
    }
    return try await withCheckedThrowingContinuation { continuation in
      waiting[number] = continuation
      helper.send(Numbered(number: number, content: request))
    }
  }

  private func runningHelper() throws(CodeAnalysisError) -> HelperProcess {
    if let helper { return helper }
    generation += 1
    let generation = generation
    let started = try HelperProcess(
      executable: executable, arguments: arguments,
      receive: { [weak self] answer in Task { await self?.take(answer) } },
      ended: { [weak self] in Task { await self?.helperEnded(generation) } })
    helper = started
    return started
  }

  private func take(_ answer: Numbered<AnalysisReply>) {
    waiting.removeValue(forKey: answer.number)?.resume(returning: answer.content)
  }

  private func giveUp(_ number: Int) {
    if waiting[number] != nil { forgetHelper(throwing: .tookTooLong) }
  }

  private func helperEnded(_ generation: Int) {
    if generation == self.generation { forgetHelper(throwing: .helperEnded) }
  }

  private func forgetHelper(throwing error: CodeAnalysisError) {
    helper?.end()
    helper = nil
    idleTask?.cancel()
    let abandoned = waiting
    waiting.removeAll()
    for continuation in abandoned.values { continuation.resume(throwing: error) }
  }

  private func restartIdleTime() {
    idleTask?.cancel()
    idleTask = Task { [weak self, idleTime] in
      guard (try? await Task.sleep(for: idleTime)) != nil else { return }
      await self?.stopIfIdle()
    }
  }

  private func stopIfIdle() {
    if waiting.isEmpty { stop() }
  }
}
