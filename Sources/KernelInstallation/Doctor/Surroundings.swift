import Foundation

/// What the doctor looks at: this program, the toolchain it came from, and the person's environment.
public struct Surroundings: Sendable {
  /// The command `glassbox` itself.
  public var executable: URL
  /// The folder `usr` of the toolchain whose libraries this program uses.
  public var toolchain: URL
  public var environment: [String: String]
  /// The folder for compiled cells.
  public var cacheFolder: URL
  public var temporaryFolder: URL

  public init(
    executable: URL, toolchain: URL, environment: [String: String], cacheFolder: URL? = nil, temporaryFolder: URL? = nil
  ) {
    self.executable = executable
    self.toolchain = toolchain
    self.environment = environment
    self.cacheFolder = cacheFolder ?? Self.cacheFolder(environment: environment)
    self.temporaryFolder =
      temporaryFolder ?? URL(filePath: environment["TMPDIR"] ?? "/tmp", directoryHint: .isDirectory)
  }

  /// A file that is built together with this program and lies beside it.
  public func neighbour(_ name: String) -> URL { executable.deletingLastPathComponent().appending(path: name) }

  /// The folder that `GLASSBOX_CACHE` names, or the one in the person's cache folder.
  private static func cacheFolder(environment: [String: String]) -> URL {
    func folder(_ name: String) -> URL? {
      guard let path = environment[name], !path.isEmpty else { return nil }
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    if let chosen = folder("GLASSBOX_CACHE") { return chosen }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
    let shared = folder("XDG_CACHE_HOME") ?? home.appending(path: ".cache", directoryHint: .isDirectory)
    return shared.appending(path: "glassbox", directoryHint: .isDirectory)
  }
}
