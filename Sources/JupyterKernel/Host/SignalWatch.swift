import Glibc
import Synchronization

/// Turns the signals for interrupt and end into calls on a thread where everything is allowed.
///
/// The signals are caught, not blocked or ignored: those two states would pass to every child process.
enum SignalWatch {
  /// Where the handler, which can carry no state, finds the pipe.
  private static let writingEnd = Atomic<Int32>(-1)

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - interrupt: Called for each SIGINT.
  ///   - end: Called for SIGTERM and SIGHUP.
  static func start(interrupt: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> Void) throws(SystemError)
  {
    let pipe = try DescriptorPipe()
    writingEnd.store(pipe.writing, ordering: .sequentiallyConsistent)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: number)
        write(SignalWatch.writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = before
      }
      action.sa_flags = SA_RESTART
      sigaction(signal, &action, nil)
    }
    _ = try KernelThread {
      var byte: UInt8 = 0
      while true {
        let count = read(pipe.reading, &byte, 1)
        if count < 0, errno == EINTR { continue }
        guard count == 1 else { return }
        switch Int32(byte) {
        case SIGINT: interrupt()
        // Whoever read the log is gone, which is no reason to stop.
        case SIGPIPE: break
        default: end()
        }
      }
    }
  }
}
