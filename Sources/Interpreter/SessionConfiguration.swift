import Foundation

/// What a session needs to know of its surroundings.
public struct SessionConfiguration: Sendable {
  public var toolchain: Toolchain
  public var installation: Installation
  /// The environment of the process that runs the cells.
  public var environment: [String: String]
  /// The working directory of the cells, or the kernel's.
  public var directory: String?
  /// Commands of the notebook beside the interpreter's own, such as those of a course.
  package var commands: [any Command] = []
  /// A program with arguments that starts the process that runs the cells, for instance one that shuts it off from the
  /// network. The process's own path is added at the end.
  package var launcher: [String] = []

  /// The folder in which compiled code is kept.
  ///
  /// Without a name of its own it lies in the home folder of `environment`; set it where cells get another home and are
  /// to find what was compiled before.
  public var cacheFolder: String {
    get { CellCache.located(environment: environment).folder }
    set { environment["GLASSBOX_CACHE"] = newValue }
  }

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
