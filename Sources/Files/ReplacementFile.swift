import Glibc

/// A file in the making, beside the one that it will replace.
///
/// Whoever looks meanwhile sees the old file. Only when everything is written and on the disk does the new one take its
/// name; if anything fails before, the old file is as it was and nothing is left over.
package final class ReplacementFile {
  private let path: String
  /// The file itself where `path` is a symbolic link: the link stays.
  private let target: String
  private let temporary: String
  private let descriptor: Int32
  private var isFinished = false

  /// - Throws: ``FileError`` if no file can be made there, or something that is not a file has the name.
  package init(path: String) throws(FileError) {
    // The system would take the path to end at a zero.
    guard !path.utf8.contains(0) else { throw FileError(path: path, .cannotWrite(code: EINVAL)) }
    self.path = path
    target = Self.resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    guard !exists || status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, .notAFile(isFolder: status.st_mode & S_IFMT == S_IFDIR))
    }
    temporary = Self.folder(of: target) + "/.unfinished-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    // The kernel takes the user's mask off the permissions of a new file.
    let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, .cannotWrite(code: errno)) }
    self.descriptor = descriptor
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  /// Appends bytes.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try Self.write(bytes, to: descriptor, path: path)
  }

  /// Writes all bytes to a descriptor. `path` is for the words of the error.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        throw FileError(path: path, .cannotWrite(code: errno))
      }
    }
  }

  /// Puts the file in its place.
  package func finish() throws(FileError) {
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
      throw FileError(path: path, .cannotWrite(code: errno))
    }
    isFinished = true
    // The new name survives a power failure once the folder is on the disk. Not every file system can say so.
    let folder = Glibc.open(Self.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path with symbolic links followed; the path itself if nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
