import ArgumentParser
import Files
import Glibc

/// Keeps other programs from training in a folder, from before the first file is written to the end of the program,
/// whatever ends it.
final class FolderClaim {
  private let descriptor: Int32

  /// - Throws: `ValidationError` if another program trains there; `FileError` if nothing can be written there.
  init(_ folder: String) throws {
    try WholeFile.makeFolder(folder)
    let log = TrainingPlan.log(in: folder)
    descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: log, .cannotWrite(code: errno)) }
    // Where the disk knows no locks, there is none.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw ValidationError(
        "Another program is training in \(folder) just now. Wait until it ends, or name another folder.")
    }
  }

  deinit { close(descriptor) }
}
