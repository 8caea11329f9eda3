import ArgumentParser
import Foundation
import KernelInstallation

struct KernelInstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Tell Jupyter about the kernel.",
    discussion: "The kernel is started from where this program is now. Run the command again after moving it.")

  @OptionGroup var places: PlaceOptions

  @Option(help: "The kernelspec's name, as in `jupyter console --kernel NAME`.")
  var name = KernelIdentity.specificationName

  @Option(help: "The name that JupyterLab shows.")
  var displayName = KernelIdentity.displayName

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("An environment variable of the kernel; may be given several times.", valueName: "NAME=VALUE"))
  var variables: [String] = []

  @Flag(help: "Replace a kernel of that name that another program has installed.")
  var force = false

  func run() async throws {
    let surroundings = Surroundings.ofThisProcess
    let specification = KernelSpecification(
      executable: surroundings.executable, displayName: displayName, environment: try environmentOfTheKernel(),
      offersEncryption: SocketLibrary.loaded.offersEncryption)
    let folder = try await places.installer(environment: surroundings.environment)
      .install(specification, name: name, replacesForeign: force)
    print("Installed \(displayName) in \(folder.path)")
  }

  private func environmentOfTheKernel() throws -> [String: String] {
    var environment: [String: String] = [:]
    for text in variables {
      guard let separator = text.firstIndex(of: "="), separator != text.startIndex else {
        throw InstallationError.invalidEnvironment(text)
      }
      environment[String(text[..<separator])] = String(text[text.index(after: separator)...])
    }
    return environment
  }
}
