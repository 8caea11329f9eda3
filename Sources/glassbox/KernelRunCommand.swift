import ArgumentParser
import Foundation

struct KernelRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the kernel for a front end; Jupyter calls this.")

  @Argument(help: "The connection file that the front end has written.")
  var connectionFile: String

  // A front end may hand over its own arguments as well, as `jupyter run program.swift` does.
  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp(visibility: .hidden))
  var argumentsOfTheFrontEnd: [String] = []

  func run() async throws {
    try await KernelLaunch.run(connectionFile: URL(filePath: connectionFile))
  }
}
