import FoundationEssentials
import Glibc

/// Files that only their owner may read.
enum PrivateFile {
  /// Makes a file where there is none, and the folders on the way to it.
  static func create(at path: String) throws {
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(action: "open \(path) for writing", code: errno) }
    close(descriptor)
  }

  /// Writes a file of which nobody else can read a byte at any moment.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try create(at: path)
    guard let file = fopen(path, "we") else { throw SystemError(action: "write \(path)", code: errno) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw SystemError(action: "write \(path)", code: errno) }
  }
}
