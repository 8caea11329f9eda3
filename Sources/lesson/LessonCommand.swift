import ArgumentParser

@main
struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "The course in your terminal: read, run, predict, check, go on.",
    subcommands: [DoctorCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Reading", subcommands: [WelcomeCommand.self, ListCommand.self, StartCommand.self, NextCommand.self]),
      CommandGroup(
        name: "Exercise",
        subcommands: [
          CheckCommand.self, HintCommand.self, SolutionCommand.self, ResetCommand.self, WatchCommand.self,
          ProgressCommand.self,
        ]),
      CommandGroup(
        name: "Teaching", subcommands: [ReleaseCommand.self, GradeCommand.self, CheckCourseCommand.self]),
    ], defaultSubcommand: WelcomeCommand.self)
}
