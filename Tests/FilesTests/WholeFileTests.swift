import Foundation
import Testing

@testable import Files

@Suite("Files that are read and written as a whole") struct WholeFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test("What was written is read, and replaces what was there")
  func roundTrip() throws {
    let path = folder + "/file"
    try WholeFile.replace(path, with: Array("one".utf8))
    try WholeFile.replace(path, with: Array("水".utf8))
    #expect(try WholeFile.text(path, limit: 3) == "水")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }

  // The thread sanitizer looks on: what makes an empty array by filling it writes to memory that all of them share.
  @Test("Empty files are read by several tasks at once")
  func empty() async throws {
    let path = folder + "/file"
    try WholeFile.replace(path, with: [])
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<100 { group.addTask { try WholeFile.bytes(path, limit: 10) } }
      for try await bytes in group { #expect(bytes.isEmpty) }
    }
  }

  @Test("A file above the limit is not read")
  func limit() throws {
    let path = folder + "/file"
    try WholeFile.replace(path, with: [1, 2, 3])
    #expect(throws: FileError(path: path, .tooLong(byteCount: 3, limit: 2))) { try WholeFile.bytes(path, limit: 2) }
  }

  @Test("What is no text is told with the place of the byte")
  func invalidText() throws {
    let path = folder + "/file"
    try WholeFile.replace(path, with: Array("水a".utf8) + [0xFF, 0x41])
    #expect(throws: FileError(path: path, .notUTF8(offset: 4))) { try WholeFile.text(path, limit: 100) }
  }

  @Test("A folder, a pipe, nothing, a name with a zero: each is an error", arguments: ["", "/pipe", "/none", "/a\0b"])
  func wrongKind(name: String) throws {
    mkfifo(folder + "/pipe", 0o600)
    #expect(throws: FileError.self) { try WholeFile.bytes(folder + name, limit: 100) }
  }

  @Test("A full disk is told by its name")
  func fullDisk() throws {
    // Linux has a device that is always full.
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: FileError(path: "file", .cannotWrite(code: ENOSPC))) {
      try [UInt8](repeating: 0, count: 10).withUnsafeBytes { try ReplacementFile.write($0, to: full, path: "file") }
    }
  }

  @Test("Folders are made where they are missing, and a file in the way is told")
  func folders() throws {
    try WholeFile.makeFolder(folder + "/a/b/c")
    try WholeFile.makeFolder(folder + "/a/b/c")
    try WholeFile.replace(folder + "/a/b/c/file", with: [])
    #expect(throws: FileError.self) { try WholeFile.makeFolder(folder + "/a/b/c/file/d") }
    #expect(throws: FileError.self) { try WholeFile.makeFolder(folder + "/a/b/c/file") }
  }
}
