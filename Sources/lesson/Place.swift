import ArgumentParser
import Course
import CourseGrading
import CourseTerminal
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
      throw Refusal(
        "The course is not here. Go to the folder with Lessons/ and Exercises/, or name it with --course.")
    }
    return folder
  }

  /// The lesson with a number such as `8` or `08`.
  func lesson(_ number: String) throws -> Lesson {
    let course = try courseFolder()
    guard let folder = course.lessonFolder(number) else {
      let numbers = course.lessonFolders.map { $0.prefix { $0 != "-" } }
      throw Refusal("There is no lesson \(number). The lessons are \(numbers.joined(separator: ", ")).")
    }
    return try course.lesson(folder: folder)
  }

  /// The exercise with an id such as `8.2` or `08.2`.
  func exercise(_ id: String) throws -> Exercise {
    let course = try courseFolder()
    do throws(CourseMistake) { return try course.exercise(id) } catch {
      guard case .unknownExercise = error.kind else { throw error }
      let lesson = CourseFolder.fullID(id).prefix { $0 != "." }
      let near = course.exerciseIDs.filter { $0.hasPrefix(lesson + ".") }
      throw Refusal(
        "There is no exercise \(id). "
          + (near.isEmpty
            ? "`\(ProgramName.words) list` shows the lessons."
            : "Lesson \(lesson) has \(near.joined(separator: ", "))."))
    }
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
