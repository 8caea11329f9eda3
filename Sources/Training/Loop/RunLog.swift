import Files
import Glibc

/// A file that grows by a line of JSON for each record. A line is written at once, so that a kill cuts off the last one at
/// most.
struct RunLog: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, .cannotOpen(code: errno)) }
  }

  deinit { close(descriptor) }

  func add(_ record: TrainingRecord) throws(FileError) {
    let line = Array((record.json.text + "\n").utf8)
    let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == line.count else { throw FileError(path: path, .cannotWrite(code: written < 0 ? errno : ENOSPC)) }
  }
}
