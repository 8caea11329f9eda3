import Foundation

/// What a learner has done, as a file to which lines are only ever added.
///
/// Each entry is one line of JSON, written by one call, so two programs can add at the same time and a crash can at
/// worst leave half a last line, which is passed over. Fields that a newer version has added are ignored by an older one.
public struct ProgressLog: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// All entries, oldest first.
  public var entries: [ProgressEntry] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n")).compactMap { try? decoder.decode(ProgressEntry.self, from: $0) }
  }

  /// How many lines there are that this version cannot read; they are passed over and stay as they are.
  public var unreadableLines: Int {
    guard let data = FileManager.default.contents(atPath: path) else { return 0 }
    return data.split(separator: UInt8(ascii: "\n")).count - entries.count
  }

  /// Adds an entry.
  public func add(_ entry: ProgressEntry) throws(CourseProblem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var line = try? encoder.encode(entry) else { return }
    line.append(UInt8(ascii: "\n"))
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    // Half a line that a crash has left must not swallow this one.
    var last: UInt8 = 0
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") {
      line.insert(UInt8(ascii: "\n"), at: 0)
    }
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == line.count else {
      throw .cannotWrite(path: path, reason: count < 0 ? String(cString: strerror(errno)) : "the disk is full")
    }
  }
}
