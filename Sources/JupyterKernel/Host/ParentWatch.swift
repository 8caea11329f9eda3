import Glibc

/// Notices when the program that has started the kernel is gone, so that no kernel outlives its front end unseen.
enum ParentWatch {
  /// Starts to watch, where the environment names the parent.
  ///
  /// - Parameter gone: Called once, when the parent has ended.
  static func start(
    environment: [String: String], gone: @escaping @Sendable () -> Void
  ) throws(SystemError) {
    guard let parent = environment["JPY_PARENT_PID"].flatMap({ Int32($0) }), parent > 1 else { return }
    let isDirectParent = getppid() == parent
    _ = try KernelThread {
      // A process identifier may be given out anew, so a direct parent is known by getppid().
      while isDirectParent ? getppid() == parent : kill(parent, 0) == 0 || errno == EPERM {
        usleep(500_000)
      }
      gone()
    }
  }
}
