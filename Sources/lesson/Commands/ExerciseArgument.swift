import ArgumentParser
import Course

/// The exercise that a command is about.
struct ExerciseArgument: ParsableArguments {
  @Argument(help: "The exercise, for instance 08.2.")
  var exercise: String

  @OptionGroup var place: Place

  func load() throws -> Exercise { try place.exercise(exercise) }
}
