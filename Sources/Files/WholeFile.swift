import Glibc

/// Files that are read and written as a whole.
package enum WholeFile {
  /// Whether something has that name.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// All bytes of a file.
  /// - Throws: ``FileError`` if it cannot be read, is no plain file, or has more bytes than `limit`.
  package static func bytes(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    // The system would take the path to end at a zero.
    guard !path.utf8.contains(0) else { throw FileError(path: path, .cannotOpen(code: EINVAL)) }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, .cannotOpen(code: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, .cannotOpen(code: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, .notAFile(isFolder: status.st_mode & S_IFMT == S_IFDIR))
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, .tooLong(byteCount: status.st_size, limit: limit))
    }
    // All empty arrays are one in memory, into which filling an array writes its count, whoever else reads it just then.
    guard status.st_size > 0 else { return [] }
    var problem: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: status.st_size) { buffer, count in
      // A file that somebody shortens meanwhile ends early.
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          problem = FileError(path: path, .cannotRead(code: errno))
          break
        }
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// All of a file as text.
  /// - Throws: ``FileError`` as ``bytes(_:limit:)`` does, and if the bytes are no UTF-8.
  package static func text(_ path: String, limit: Int) throws(FileError) -> String {
    let bytes = try bytes(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(path: path, .notUTF8(offset: firstInvalidByte(bytes)))
    }
    return text
  }

  /// Writes a file, or in the place of one: as a whole or not at all.
  /// - Throws: ``FileError`` if it cannot be written. The old file is as it was then.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let file = try ReplacementFile(path: path)
    var problem: FileError?
    bytes.withUnsafeBytes { buffer in
      do throws(FileError) { try file.write(buffer) } catch { problem = error }
    }
    if let problem { throw problem }
    try file.finish()
  }

  /// Makes a folder and those above it, where they are missing.
  package static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
      guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
        throw FileError(path: path, .cannotWrite(code: errno))
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(path: path, .cannotWrite(code: ENOTDIR))
    }
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }
}
