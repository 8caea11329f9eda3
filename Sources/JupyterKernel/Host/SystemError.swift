import Glibc

/// A call to the operating system that has failed.
struct SystemError: Error, Sendable {
  let action: String
  let code: Int32
}

extension SystemError: CustomStringConvertible {
  var description: String { "cannot \(action): \(String(cString: strerror(code)))" }
}
