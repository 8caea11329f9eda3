import Glibc
internal import Interruption

/// Threads that wait for pieces of work, one for each core but the caller's.
///
/// One job runs at a time. The caller works along. Each thread has a share of the pieces and takes them one by one; who is
/// done helps the others, so a thread that the system holds up for a moment does not hold them up. A job that comes while
/// another one runs is done by its caller alone: nobody ever waits for a turn.
final class ThreadPool: Sendable {
  /// How many threads work on a job, the caller's among them.
  let width: Int
  private let job: Job
  private let sleepers: [Sleeper]

  static let shared = ThreadPool(width: processorCount())

  init(width: Int) {
    self.width = max(width, 1)
    job = Job(width: max(width, 1))
    sleepers = (1..<max(width, 1)).map { _ in Sleeper() }
    for (number, sleeper) in sleepers.enumerated() {
      startThread { [job] in ThreadPool.serve(job, sleeper, as: number + 1) }
    }
  }

  /// Calls the function for each piece from 0 to `pieces - 1`, on several threads, and returns when all are done; not at
  /// all if there is none.
  func run(pieces: Int, _ body: (Int) -> Void) {
    guard pieces > 1, width > 1 else {
      for piece in 0..<max(pieces, 0) { body(piece) }
      return
    }
    // The threads use the caller's variables: it must not be stopped before they are done.
    holdInterruption()
    defer { releaseInterruption() }
    guard job.claim() else {
      for piece in 0..<pieces { body(piece) }
      return
    }
    withoutActuallyEscaping(body) { body in
      job.open(pieces: pieces, body)
      for sleeper in sleepers.prefix(pieces - 1) { sleeper.wake() }
      job.takePieces(as: 0)
      job.close()
    }
  }

  /// How often a thread looks for a new job before it goes to sleep: some 250 microseconds. The operations of a training
  /// step follow each other faster than that, and waking a thread takes 50.
  private static let patience = 100_000

  private static func serve(_ job: Job, _ sleeper: Sleeper, as worker: Int) -> Never {
    exemptThisThreadFromInterruption()
    var last = 0
    while true {
      var looks = 0
      while looks < patience, !job.isOpen(after: last) { looks += 1 }
      if looks == patience { sleeper.sleep { job.isOpen(after: last) } }
      if job.isOpen(after: last) { last = job.join(after: last, as: worker) }
    }
  }

  /// How many threads work: what the environment variable `GLASSBOX_THREADS` says, else one for each core.
  private static func processorCount() -> Int {
    if let wish = getenv("GLASSBOX_THREADS"), let count = Int(String(cString: wish)), count > 0 {
      return min(count, 256)
    }
    return max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
  }
}

/// Starts a thread that lives as long as the process. No signal is delivered to it.
private func startThread(_ body: @escaping @Sendable () -> Never) {
  final class Start: Sendable {
    let body: @Sendable () -> Never
    init(_ body: @escaping @Sendable () -> Never) { self.body = body }
  }
  var everySignal = sigset_t()
  var before = sigset_t()
  sigfillset(&everySignal)
  pthread_sigmask(SIG_SETMASK, &everySignal, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  var thread = pthread_t()
  let start = Unmanaged.passRetained(Start(body))
  let status = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
    }, start.toOpaque())
  // Without the thread the caller does all the pieces itself.
  if status != 0 { start.release() }
}
