import Course
import Interpreter

/// The commands of a notebook that belong to the course: `%check`, `%hint`, `%solution`.
public enum CourseCommands {
  /// The session's surroundings with these commands; without a course they are as they were.
  public static func added(
    to configuration: SessionConfiguration, course: CourseFolder?, work: WorkFolder
  ) -> SessionConfiguration {
    guard let course else { return configuration }
    var configuration = configuration
    configuration.commands += [
      CheckCommand(course: course, work: work), HintCommand(course: course, work: work),
      SolutionCommand(course: course, work: work),
    ]
    return configuration
  }
}

extension CommandCall {
  /// The exercise that the first word names, or the failure that says why there is none.
  func exercise(of course: CourseFolder, command: String) throws(CallMistake) -> Exercise {
    guard let id = words.first else {
      throw CallMistake(message: "which exercise? Write its number, as in %\(command) 08.1")
    }
    do {
      return try course.exercise(id)
    } catch let mistake {
      if case .unknownExercise = mistake.kind {
        throw CallMistake(
          message: "there is no exercise \(id). There are \(course.exerciseIDs.joined(separator: ", ")).")
      }
      throw CallMistake(message: "\(mistake)")
    }
  }
}

/// What is wrong with a command as it was written.
struct CallMistake: Error {
  var message: String
}
