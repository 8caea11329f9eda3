import Glibc
import Synchronization

/// Runs work on a thread whose stack has room for deep recursion.
///
/// A tree as deep as a text can make it, `a.a.a.…` for instance, must not end the process that walks it.
public enum DeepStack {
  /// The size of the stack for texts of any kind; memory is only taken as it is used.
  public static let size = 1 << 30

  /// Runs the work and returns its result, or `nil` if the thread could not be started.
  public static func result<Value: Sendable>(of work: @escaping @Sendable () -> Value) -> Value? {
    let found = Box<Value>()
    guard run(size: size, { found.value.withLock { $0 = work() } }) else { return nil }
    return found.value.withLock { $0 }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Runs the work and waits for it.
  ///
  /// - Parameter size: The size of the stack in bytes; memory is only taken as it is used.
  /// - Returns: Whether the thread could be started.
  static func run(size: Int, _ work: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(size: size, Unmanaged.passRetained(Work(work))) else { return false }
    pthread_join(thread, nil)
    return true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(size: Int, _ work: Unmanaged<Work>) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, size)
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, main, work.toOpaque())
    pthread_attr_destroy(&attributes)
    if status == 0 { return thread }
    work.release()
    return nil
  }

  /// The thread's own function; takes over the reference to the work.
  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    guard let context else { return nil }
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
}
