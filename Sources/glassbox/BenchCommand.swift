import ArgumentParser

struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the kit on this machine.",
    subcommands: [
      BenchCellsCommand.self, BenchTensorsCommand.self, BenchTokenizersCommand.self, BenchCourseCommand.self,
    ])
}
