import ArgumentParser
import Course
import CourseGrading
import Foundation
import Interpreter

/// Where the course and the learner's work are; the same options for every command.
struct Place: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with Lessons/ and Exercises/.", valueName: "folder"))
  var course: String?

  @Option(help: ArgumentHelp("The folder with your own files.", valueName: "folder"))
  var work: String?

  func courseFolder() throws -> CourseFolder {
    if let course { return CourseFolder(root: URL(fileURLWithPath: course).path) }
    guard let folder = CourseFolder.located() else {
      throw ValidationError(
        "The course is not here. Go to the folder with Lessons/ and Exercises/, or name it with --course.")
    }
    return folder
  }

  var workFolder: WorkFolder {
    work.map { WorkFolder(root: URL(fileURLWithPath: $0).path) } ?? .located()
  }

  /// The options as they were given, for another command.
  var arguments: [String] {
    (course.map { ["--course", $0] } ?? []) + (work.map { ["--work", $0] } ?? [])
  }

  func sessionConfiguration() throws -> SessionConfiguration {
    SessionConfiguration(toolchain: try .located())
  }
}
