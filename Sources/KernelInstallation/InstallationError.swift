import Foundation

/// Why a kernelspec could not be installed, removed or read.
public enum InstallationError: Error, Equatable {
  /// Jupyter takes letters, digits, `.`, `-` and `_` in the name of a kernelspec.
  case invalidName(String)
  /// `--env` was given something that is not `NAME=VALUE`.
  case invalidEnvironment(String)
  /// A kernelspec of that name is there and another program has written it.
  case foreignSpecification(name: String, folder: URL)
  case notInstalled(name: String, places: [URL])
  case noPythonEnvironment
  case cannotWrite(URL, reason: String)
  case cannotRemove(URL, reason: String)
}

extension InstallationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidName(let name):
      "'\(name)' cannot be the name of a kernel: Jupyter takes letters, digits, '.', '-' and '_'. Try --name glassbox."
    case .invalidEnvironment(let text):
      "'\(text)' is not of the form NAME=VALUE. Write, for instance, --env OPENBLAS_NUM_THREADS=1."
    case .foreignSpecification(let name, let folder):
      "A kernel named '\(name)' is in \(folder.path) and was not written by this command. "
        + "Choose another name with --name, or replace it with --force."
    case .notInstalled(let name, let places):
      "No kernel named '\(name)' of ours in \(places.map(\.path).joined(separator: " or "))."
    case .noPythonEnvironment:
      "--sys-prefix needs a Python environment: activate one, or name it with --prefix DIR."
    case .cannotWrite(let file, let reason): "Cannot write \(file.path): \(reason)"
    case .cannotRemove(let folder, let reason): "Cannot remove \(folder.path): \(reason)"
    }
  }
}
