import Foundation

/// Where a kernelspec is installed.
public enum InstallationPlace: Sendable, Equatable {
  /// For the person who runs the command, in Jupyter's data folder.
  case user
  /// For everyone who uses the Python environment with this prefix.
  case prefix(URL)

  /// The folder that holds a folder for each kernelspec.
  /// - Parameter environment: the process's environment; `JUPYTER_DATA_DIR`, `XDG_DATA_HOME` and `HOME` count.
  public func kernelsFolder(environment: [String: String]) -> URL {
    switch self {
    case .user: Self.userDataFolder(environment: environment).appending(path: "kernels", directoryHint: .isDirectory)
    case .prefix(let prefix): prefix.appending(path: "share/jupyter/kernels", directoryHint: .isDirectory)
    }
  }

  private static func userDataFolder(environment: [String: String]) -> URL {
    func folder(_ name: String) -> URL? {
      guard let path = environment[name], path.hasPrefix("/") else { return nil }
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    if let data = folder("JUPYTER_DATA_DIR") { return data }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
    let shared = folder("XDG_DATA_HOME") ?? home.appending(path: ".local/share", directoryHint: .isDirectory)
    return shared.appending(path: "jupyter", directoryHint: .isDirectory)
  }
}
