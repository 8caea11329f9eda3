import Glibc

/// The system's words for an error number.
struct SystemReason: CustomStringConvertible {
  var code: Int32

  var description: String {
    // `strerror` may share its text between threads.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else { return "error \(code)" }
      return String(cString: start)
    }
  }
}
