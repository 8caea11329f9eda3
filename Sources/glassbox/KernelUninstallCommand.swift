import ArgumentParser
import KernelInstallation

struct KernelUninstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "uninstall", abstract: "Take the kernel out of Jupyter.")

  @OptionGroup var places: PlaceOptions

  @Option(help: "The kernelspec's name.")
  var name = KernelIdentity.specificationName

  func run() async throws {
    let folder = try await places.installer(environment: Surroundings.ofThisProcess.environment).uninstall(name: name)
    print("Removed \(folder.path)")
  }
}
