import Glibc

/// Bounds that the process sets to itself before it runs anybody's code. It cannot lift them again.
///
/// They are read from the environment: `GLASSBOX_LIMIT_CPU` in seconds, `GLASSBOX_LIMIT_FILE` in bytes of one file,
/// `GLASSBOX_LIMIT_MEMORY` in bytes of data.
enum ResourceLimits {
  private static let limits: [(variable: String, resource: __rlimit_resource_t)] = [
    ("GLASSBOX_LIMIT_CPU", __rlimit_resource_t(RLIMIT_CPU.rawValue)),
    ("GLASSBOX_LIMIT_FILE", __rlimit_resource_t(RLIMIT_FSIZE.rawValue)),
    ("GLASSBOX_LIMIT_MEMORY", __rlimit_resource_t(RLIMIT_DATA.rawValue)),
  ]

  /// Sets what the environment asks for; returns what cannot be set.
  static func apply() -> String? {
    for (variable, resource) in limits {
      guard let text = getenv(variable) else { continue }
      guard let value = Worker.byteCount(String(cString: text)) else {
        return "\(variable) is \"\(String(cString: text))\"; it must be a number such as 30 or 2G."
      }
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      guard setrlimit(resource, &limit) == 0 else {
        return "\(variable) cannot be set to \(value): \(String(cString: strerror(errno)))."
      }
    }
    return nil
  }
}
