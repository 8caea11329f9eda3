import ArgumentParser

@main
struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "The course in your terminal: read, run, predict, check, go on.",
    subcommands: [
      ListCommand.self, LessonCheck.self, HintCommand.self, SolutionCommand.self, ResetCommand.self,
      ProgressCommand.self, CheckCourseCommand.self, ReleaseCommand.self,
      GradeCommand.self,
    ])
}
