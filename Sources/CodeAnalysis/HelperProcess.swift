import Dispatch
import Glibc
import Synchronization

/// A running helper and the socket to it.
///
/// Reading and writing block, so each has a queue of its own; the descriptor is closed on the writing queue, so that no
/// write can meet a descriptor that has become another file's.
final class HelperProcess: Sendable {
  private let processID: pid_t
  private let channel: FrameChannel
  private let progress = Mutex(Progress.running)
  private let writing = DispatchQueue(label: "code analysis, writing")

  private enum Progress {
    case running
    /// The process has ended; its number may soon be another's.
    case ended
    /// The descriptor is closed too.
    case closed
  }

  /// Starts a helper.
  ///
  /// - Parameters:
  ///   - receive: Called with each answer, on the reading queue.
  ///   - ended: Called once, when the helper has gone and will not answer any more.
  init(
    executable: String, arguments: [String], receive: @escaping @Sendable (Numbered<AnalysisReply>) -> Void,
    ended: @escaping @Sendable () -> Void
  ) throws(CodeAnalysisError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .helperNotStarted(path: executable, reason: String(cString: strerror(errno)))
    }
    let (near, far) = (ends[0], ends[1])
    let started = Self.spawn(executable, arguments, socket: far)
    close(far)
    switch started {
    case .success(let id): processID = id
    case .failure(let error):
      close(near)
      throw error
    }
    channel = FrameChannel(input: near, output: near)
    DispatchQueue(label: "code analysis, reading").async {
      // A message that cannot be understood ends the helper as the end of the stream does.
      while let answer = try? self.channel.receive(Numbered<AnalysisReply>.self) { receive(answer) }
      kill(self.processID, SIGKILL)
      self.progress.withLock { $0 = .ended }
      while waitpid(self.processID, nil, 0) < 0, errno == EINTR {}
      self.writing.async {
        self.progress.withLock { $0 = .closed }
        close(self.channel.output)
      }
      ended()
    }
  }

  /// Sends a question without waiting; if the helper has gone, `ended` is called as for every other reason.
  func send(_ request: Numbered<AnalysisRequest>) {
    writing.async {
      guard self.progress.withLock({ $0 != .closed }) else { return }
      do {
        try self.channel.send(request)
      } catch {
        shutdown(self.channel.output, Int32(SHUT_RDWR))
      }
    }
  }

  /// Ends the helper, whatever it is doing.
  func end() {
    // Its death closes its end of the socket, which ends the reading loop; that collects the process.
    progress.withLock { progress in
      if progress == .running { _ = kill(processID, SIGKILL) }
    }
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], socket: Int32
  ) -> Result<pid_t, CodeAnalysisError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A process group of its own: the interrupt that is meant for a cell must not end the helper.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

    var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var processID: pid_t = 0
    let code = posix_spawn(&processID, executable, &actions, &attributes, words, environ)
    guard code == 0 else {
      return .failure(.helperNotStarted(path: executable, reason: String(cString: strerror(code))))
    }
    return .success(processID)
  }
}
