import Course
import CourseGrading
import Foundation
import Interpreter
import Testing

/// Where the tests find the courses, and how they run code.
enum Surroundings {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let smallCourse = CourseFolder(root: repository + "/Tests/Fixtures/Course")
  static let course = CourseFolder(root: repository)

  /// One cache for this process.
  private static let cache: String = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "course-tests-\(getpid())").path
    atexit { try? FileManager.default.removeItem(atPath: Surroundings.cache) }
    return folder
  }()

  static var configuration: SessionConfiguration {
    get throws {
      var environment = ProcessInfo.processInfo.environment
      environment["GLASSBOX_CACHE"] = cache
      return SessionConfiguration(
        toolchain: try .located(), installation: .located(environment: environment), environment: environment)
    }
  }

  static func temporaryFolder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "grading-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
}
