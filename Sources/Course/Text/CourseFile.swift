import Foundation

/// A text file of the course.
struct CourseFile: Sendable {
  /// The most bytes that a file of the course may have.
  private static let mostBytes = 4_000_000

  let path: String
  let text: String

  init(_ path: String) throws(CourseMistake) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CourseMistake(file: path, line: 1, .unreadable(reason: "it is not there, or may not be read"))
    }
    guard data.count <= Self.mostBytes else {
      throw CourseMistake(file: path, line: 1, .unreadable(reason: "it has \(data.count) bytes, too many for a text"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CourseMistake(file: path, line: 1, .unreadable(reason: "it is not UTF-8"))
    }
    self.text = data.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
