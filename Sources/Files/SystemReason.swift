import Glibc

/// The system's words for an error number.
package struct SystemReason: CustomStringConvertible {
  let code: Int32

  package init(code: Int32) { self.code = code }

  package var description: String {
    // `strerror` may share its text between threads.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else { return "error \(code)" }
      return String(cString: start)
    }
  }
}
