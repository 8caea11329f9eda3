import Foundation
import Testing

@testable import TensorFiles

@Suite("Replacing a file") struct ReplacementFileTests {
  private let folder: TemporaryFolder
  private let array: StoredArray

  init() throws {
    folder = try TemporaryFolder()
    array = try StoredArray(shape: [2], floats: [1, 2])
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  /// Bytes that end in an error after the first piece, as those of a file do that is shortened meanwhile.
  struct FailingBytes: ByteSource {
    struct Failure: Error {}
    var byteCount: Int { 8 }

    func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
      try [UInt8](repeating: 0, count: 4).withUnsafeBytes(body)
      throw Failure()
    }
    func copy(to destination: UnsafeMutableRawBufferPointer) throws { throw Failure() }
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result { throw Failure() }
  }

  @Test("If the numbers fail on the way, the old file is as it was and nothing is left over")
  func failureMidway() throws {
    let path = try folder.write([1, 2, 3], to: "file")
    let failing = StoredArray(shape: [2], format: .float32, source: FailingBytes())
    #expect(throws: FailingBytes.Failure.self) { try NumPyFile.write(failing, to: path) }
    #expect(throws: FailingBytes.Failure.self) { try SafetensorsFile.write(["a": failing], to: path) }
    #expect(try fileBytes(path) == [1, 2, 3])
    #expect(try folder.content == ["file"])
  }

  @Test(
    "A place where no file can be", arguments: ["missing/file", "plain/file", "folder", "folder/", "pipe", "", "a\0b"])
  func wrongPlace(name: String) throws {
    try folder.write([1], to: "plain")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/folder", withIntermediateDirectories: false)
    mkfifo("\(folder.path)/pipe", 0o600)
    let before = try folder.content
    let path = "\(folder.path)/\(name)"
    #expect(throws: TensorFileError.self) { try NumPyFile.write(array, to: path) }
    #expect(throws: TensorFileError.self) { try NumPyFile(path: path) }
    #expect(try folder.content == before)
  }

  @Test("The file keeps its permissions, and a new one has the usual ones")
  func permissions() throws {
    let path = "\(folder.path)/file"
    try NumPyFile.write(array, to: path)
    let usual = try folder.write([1], to: "usual")
    #expect(try mode(path) == mode(usual))
    chmod(path, 0o640)
    try NumPyFile.write(array, to: path)
    #expect(try mode(path) == 0o640)
  }

  @Test("Where the name is a symbolic link, the file that it leads to is replaced")
  func symbolicLink() throws {
    let target = try folder.write([1], to: "target")
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    try NumPyFile.write(array, to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target")
    #expect(try NumPyFile(path: target).array.floats() == [1, 2])
  }

  @Test("Who has the old file open goes on reading it")
  func oldReader() throws {
    let path = "\(folder.path)/file"
    try NumPyFile.write(array, to: path)
    let old = try NumPyFile(path: path).array
    try NumPyFile.write(StoredArray(shape: [2], floats: [8, 9]), to: path)
    #expect(try old.floats() == [1, 2])
    #expect(try NumPyFile(path: path).array.floats() == [8, 9])
  }
}
