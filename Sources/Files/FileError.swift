/// Why a file could not be read or written.
public struct FileError: Error, Equatable, Sendable {
  /// What was wrong.
  public enum Problem: Equatable, Sendable {
    case cannotOpen(code: Int32)
    case cannotRead(code: Int32)
    case cannotWrite(code: Int32)
    case notAFile(isFolder: Bool)
    case tooLong(byteCount: Int, limit: Int)
    case notUTF8(offset: Int)
  }

  /// The file.
  public let path: String
  public let problem: Problem

  package init(path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension FileError: CustomStringConvertible {
  public var description: String { "\(path): \(words)" }

  private var words: String {
    switch problem {
    case .cannotOpen(let code): "The file cannot be opened: \(SystemReason(code: code))."
    case .cannotRead(let code): "The file cannot be read: \(SystemReason(code: code))."
    case .cannotWrite(let code):
      "The file cannot be written: \(SystemReason(code: code)). If there was one of that name, it is as it was."
    case .notAFile(let isFolder):
      isFolder ? "This is a folder, and a file is needed." : "This is a pipe or a device, and a file is needed."
    case .tooLong(let byteCount, let limit):
      "The file has \(byteCount) bytes, and at most \(limit) are read of a file of this kind."
    case .notUTF8(let offset):
      "The file is no text in UTF-8: the byte at \(offset) does not fit. Convert it, or choose another file."
    }
  }
}
