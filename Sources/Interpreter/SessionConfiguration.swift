import Foundation

/// What a session needs to know of its surroundings.
public struct SessionConfiguration: Sendable {
  public var toolchain: Toolchain
  public var installation: Installation
  /// The environment of the process that runs the cells.
  public var environment: [String: String]
  /// The working directory of the cells, or the kernel's.
  public var directory: String?

  public init(
    toolchain: Toolchain, installation: Installation = .located(),
    environment: [String: String] = ProcessInfo.processInfo.environment, directory: String? = nil
  ) {
    self.toolchain = toolchain
    self.installation = installation
    self.environment = environment
    self.directory = directory
  }
}
