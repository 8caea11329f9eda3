import Glibc

/// A file that is open for reading, for as long as anything may still ask for its bytes.
///
/// What becomes a tensor's or an array's own numbers is read at its place by `pread`, straight to where it is wanted, and not
/// through a memory map: of a mapped file that someone shortens, the next touch ends the process (`SIGBUS`), and to look at
/// the size first leaves a gap between looking and touching. A read of the shortened file is an error like any other. It
/// costs no more, as one copy is made either way.
///
/// Only ``withMappedBytes(in:_:)`` maps, for ``StoredArray/withUnsafeBytes(_:)``: who looks at a few of the stored bytes of a
/// large file need not read them all.
///
/// A file that is replaced (another one renamed to its name) is still the old one here.
final class OpenFile: Sendable {
  let path: String
  /// The size when the file was opened.
  let byteCount: Int
  private let descriptor: Int32

  /// - Throws: `TensorFileError` if there is no such file, it may not be read, or is a folder, a pipe or a device.
  init(path: String) throws {
    // The system would take the path to end at a zero.
    guard !path.utf8.contains(0) else { throw TensorFileError(file: path, .cannotOpen(code: EINVAL)) }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw TensorFileError(file: path, .cannotOpen(code: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw TensorFileError(file: path, .cannotOpen(code: code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TensorFileError(file: path, .notAFile(isFolder: status.st_mode & S_IFMT == S_IFDIR))
    }
    self.path = path
    self.byteCount = status.st_size
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether something has that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder has that name.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Fills `destination` with the bytes from `offset` on.
  /// - Throws: `TensorFileError` if the file is no longer that long or cannot be read.
  func read(to destination: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < destination.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: destination[done...])
      switch pread(descriptor, rest.baseAddress, rest.count, offset + done) {
      case 0: throw TensorFileError(file: path, .shortened(from: byteCount, to: offset + done))
      case -1 where errno != EINTR: throw TensorFileError(file: path, .cannotRead(code: errno))
      case -1: continue
      case let count: done += count
      }
    }
  }

  /// The bytes of a range, in memory.
  func bytes(in range: Range<Int>) throws -> [UInt8] {
    // All empty arrays are one in memory, into which filling an array writes its count, whoever else reads it just then.
    guard !range.isEmpty else { return [] }
    return try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      try read(
        to: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])),
        at: range.lowerBound)
      count = range.count
    }
  }

  /// Lends the bytes of a range as the file's own pages, without a copy, until `body` returns. For that time nobody may
  /// shorten the file: to touch a page that is gone ends the process.
  /// - Throws: `TensorFileError` if the file is no longer that long or cannot be mapped.
  func withMappedBytes<Result>(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result
  {
    guard !range.isEmpty else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw TensorFileError(file: path, .cannotRead(code: errno)) }
    guard status.st_size >= range.upperBound else {
      throw TensorFileError(file: path, .shortened(from: byteCount, to: status.st_size))
    }
    // A map begins at a page.
    let start = range.lowerBound - range.lowerBound % sysconf(Int32(_SC_PAGESIZE))
    let length = range.upperBound - start
    guard let map = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, start), map != MAP_FAILED else {
      throw TensorFileError(file: path, .cannotRead(code: errno))
    }
    defer { munmap(map, length) }
    return try body(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: map, count: length)[(range.lowerBound - start)...])
    )
  }
}
