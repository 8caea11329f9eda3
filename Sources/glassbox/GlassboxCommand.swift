import ArgumentParser
import KernelInstallation

@main
struct GlassboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glassbox", abstract: "Build a language model in Swift, one cell at a time.",
    version: KernelIdentity.version, subcommands: [KernelCommand.self, ModelCommand.self, BenchCommand.self])
}
