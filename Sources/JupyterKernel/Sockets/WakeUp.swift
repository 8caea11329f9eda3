import Glibc

/// Wakes a thread that waits in `poll`, from any other thread.
final class WakeUp: Sendable {
  private let pipe: DescriptorPipe

  init() throws(SystemError) {
    pipe = try DescriptorPipe()
    _ = fcntl(pipe.reading, F_SETFL, O_NONBLOCK)
  }

  /// Becomes readable with the first signal.
  var descriptor: Int32 { pipe.reading }

  func signal() {
    var byte: UInt8 = 1
    _ = write(pipe.writing, &byte, 1)
  }

  /// Forgets the signals so far.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipe.reading, &bytes, bytes.count) == bytes.count {}
  }
}
