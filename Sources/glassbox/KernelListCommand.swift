import ArgumentParser
import KernelInstallation

struct KernelListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show where the kernel is installed.",
    discussion: "Without an option, looks for you and in the Python environment that is active.")

  @OptionGroup var places: PlaceOptions

  func run() async throws {
    let environment = Surroundings.ofThisProcess.environment
    var installers = [try await places.installer(environment: environment)]
    if !places.isGiven, let python = await PythonEnvironment.active(environment: environment) {
      let folder = InstallationPlace.prefix(python.prefix).kernelsFolder(environment: environment)
      installers.append(KernelInstaller(kernelsFolder: folder))
    }
    let kernels = installers.flatMap { $0.installed() }
    if kernels.isEmpty { print("Not installed. `glassbox kernel install` does it.") }
    for kernel in kernels {
      let remark = kernel.canStart ? "" : "   cannot start: \(kernel.specification.argv.first ?? "no program")"
      print("\(kernel.name)   \(kernel.specification.displayName)   \(kernel.folder.path)\(remark)")
    }
  }
}
