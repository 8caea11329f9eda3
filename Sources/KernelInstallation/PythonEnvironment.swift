import Foundation

/// A Python environment on this machine: where Jupyter lives.
public struct PythonEnvironment: Sendable, Equatable {
  /// Python's `sys.prefix`.
  public var prefix: URL

  public init(prefix: URL) { self.prefix = prefix }

  /// The environment that is active, else the one of the `python3` on the path.
  public static func active(environment: [String: String]) async -> PythonEnvironment? {
    for name in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
      if let path = environment[name], path.hasPrefix("/") {
        return PythonEnvironment(prefix: URL(filePath: path, directoryHint: .isDirectory))
      }
    }
    // Python is asked, because the program on the path may be a stand-in that chooses among several.
    guard let python = SearchPath(environment: environment).find("python3"),
      let answer = try? await CommandRun.of(python, ["-c", "import sys; print(sys.prefix)"]), answer.succeeded
    else { return nil }
    let path = answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.hasPrefix("/") ? PythonEnvironment(prefix: URL(filePath: path, directoryHint: .isDirectory)) : nil
  }

  /// The environment in the folder `.venv` of the repository that holds `executable`.
  public static func beside(executable: URL) -> PythonEnvironment? {
    executable.ancestors.lazy.map {
      PythonEnvironment(prefix: $0.appending(path: ".venv", directoryHint: .isDirectory))
    }
    .first { $0.program("python3") != nil }
  }

  /// The path of a program of the environment, if it is there.
  public func program(_ name: String) -> URL? {
    SearchPath(folders: [prefix.appending(path: "bin", directoryHint: .isDirectory)]).find(name)
  }
}

extension URL {
  /// The folders that contain the file, from the nearest outwards.
  package var ancestors: [URL] {
    var folder = deletingLastPathComponent().standardizedFileURL
    var found = [folder]
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      found.append(folder)
    }
    return found
  }
}
