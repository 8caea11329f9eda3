import Files
import Glibc

/// A file that grows by a line of JSON for each record. A line is written at once, so that a kill cuts off the last one at
/// most. Two programs do not write to one log at once, and so not to one folder of checkpoints either.
struct RunLog: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, .cannotOpen(code: errno)) }
    // The lock is the process's, and ends with it, whatever ends it. Where the disk knows no locks, there is none.
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    if fcntl(descriptor, F_SETLK, &lock) != 0, errno == EAGAIN || errno == EACCES {
      close(descriptor)
      throw TrainingError.isUnderWay(log: path)
    }
    (self.path, self.descriptor) = (path, descriptor)
  }

  deinit { close(descriptor) }

  func add(_ record: TrainingRecord) throws(FileError) {
    let line = Array((record.json.text + "\n").utf8)
    let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == line.count else { throw FileError(path: path, .cannotWrite(code: written < 0 ? errno : ENOSPC)) }
  }
}
