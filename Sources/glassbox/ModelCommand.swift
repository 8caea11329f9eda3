import ArgumentParser
import Foundation
import KernelInstallation

/// Hands everything over to `glassbox-model`, which lies beside this program: the kernel's command knows nothing of tensors.
struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Use, look into, train and measure the models of a folder.")

  @Argument(parsing: .captureForPassthrough)
  var arguments: [String] = []

  func run() async throws {
    let program = Surroundings.ofThisProcess.executable.deletingLastPathComponent().appending(path: "glassbox-model")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw ValidationError("\(program.path) is not there. Build it with `make kernel`.")
    }
    try ProgramChange.replaceThisProcess(by: program.path, arguments)
  }
}
