import FoundationEssentials

/// The places that Jupyter has agreed on for files.
package enum JupyterFolders {
  /// The folder for a user's data: kernelspecs, settings, and our history.
  package static func data(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let folder = environment["JUPYTER_DATA_DIR"], !folder.isEmpty { return folder }
    if let folder = environment["XDG_DATA_HOME"], !folder.isEmpty { return folder + "/jupyter" }
    return (environment["HOME"] ?? "") + "/.local/share/jupyter"
  }

  /// The folder for the connection files of running kernels.
  package static func runtime(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let folder = environment["JUPYTER_RUNTIME_DIR"], !folder.isEmpty { return folder }
    return data(environment: environment) + "/runtime"
  }
}
