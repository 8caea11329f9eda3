import Glibc

/// One run of a program, from start to end, within limits.
struct ToolRun {
  /// What the program wrote to its standard output.
  let output: [UInt8]
  /// The status with which it exited, or 128 plus the signal that ended it.
  let exitStatus: Int32

  /// Runs a program without input and without its error output.
  ///
  /// - Throws: `ToolError` if it cannot be started or breaks a limit; it has ended by then.
  static func run(
    _ tool: String, _ arguments: [String], timeout: Duration, greatestOutput: Int
  ) throws(ToolError) -> ToolRun {
    var ends: [Int32] = [-1, -1]
    // Unlike a pipe, a pair of sockets is closed from birth to programs that other threads start meanwhile.
    let kind = Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .notStarted(tool: tool, reason: lastSystemError()) }
    let readEnd = ends[0]
    defer { close(readEnd) }
    let process = spawn(tool, arguments, output: ends[1])
    close(ends[1])
    let processID: pid_t
    switch process {
    case .success(let id): processID = id
    case .failure(let error): throw error
    }
    let outcome = readAll(readEnd, until: ContinuousClock.now + timeout, greatestOutput: greatestOutput)
    if case .failure = outcome { kill(processID, SIGKILL) }
    let status = wait(for: processID)
    switch outcome {
    case .success(let output): return ToolRun(output: output, exitStatus: status)
    case .failure(.time): throw .tookTooLong(tool: tool)
    case .failure(.amount): throw .wroteTooMuch(tool: tool)
    }
  }

  private enum BrokenLimit: Error { case time, amount }

  private static func spawn(_ tool: String, _ arguments: [String], output: Int32) -> Result<pid_t, ToolError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([tool] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var processID: pid_t = 0
    let code = posix_spawn(&processID, tool, &actions, nil, words, environ)
    guard code == 0 else { return .failure(.notStarted(tool: tool, reason: String(cString: strerror(code)))) }
    return .success(processID)
  }

  private static func readAll(
    _ descriptor: Int32, until deadline: ContinuousClock.Instant, greatestOutput: Int
  ) -> Result<[UInt8], BrokenLimit> {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return .failure(.time) }
      let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&event, 1, Int32(clamping: milliseconds + 1))
      if ready < 0, errno != EINTR { return .success(output) }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return .success(output) }
      output += buffer[..<count]
      guard output.count <= greatestOutput else { return .failure(.amount) }
    }
  }

  private static func wait(for processID: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0 {
      // Someone else may have collected the child already; then its status is lost, its output is not.
      if errno != EINTR { return 0 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func lastSystemError() -> String { String(cString: strerror(errno)) }
}
