import ArgumentParser
import Foundation
import KernelInstallation

/// The options that say where a kernelspec is; the same for every command that has to do with one.
struct PlaceOptions: ParsableArguments {
  @Flag(help: "For you, in Jupyter's data folder (the default).")
  var user = false

  @Flag(help: "For the Python environment that is active.")
  var sysPrefix = false

  @Option(help: ArgumentHelp("For the Python environment with this prefix.", valueName: "folder"))
  var prefix: String?

  func validate() throws {
    let chosen = [user, sysPrefix, prefix != nil].filter { $0 }.count
    if chosen > 1 { throw ValidationError("Choose one of --user, --sys-prefix and --prefix.") }
  }

  var isGiven: Bool { user || sysPrefix || prefix != nil }

  /// The chosen place.
  /// - Throws: `InstallationError.noPythonEnvironment` if `--sys-prefix` finds none.
  func place(environment: [String: String]) async throws -> InstallationPlace {
    if let prefix { return .prefix(URL(filePath: prefix, directoryHint: .isDirectory).standardizedFileURL) }
    guard sysPrefix else { return .user }
    guard let python = await PythonEnvironment.active(environment: environment) else {
      throw InstallationError.noPythonEnvironment
    }
    return .prefix(python.prefix)
  }

  func installer(environment: [String: String]) async throws -> KernelInstaller {
    KernelInstaller(kernelsFolder: try await place(environment: environment).kernelsFolder(environment: environment))
  }
}
