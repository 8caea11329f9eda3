import Foundation

/// The folders in which programs are looked for, in order.
public struct SearchPath: Sendable, Equatable {
  public var folders: [URL]

  public init(folders: [URL]) { self.folders = folders }

  /// The folders of `PATH`. Relative ones are left out: what they mean changes with the working directory.
  public init(environment: [String: String]) {
    folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
      .map { URL(filePath: String($0), directoryHint: .isDirectory) }
  }

  /// The first program of that name that may be run.
  public func find(_ program: String) -> URL? {
    folders.lazy.map { $0.appending(path: program) }.first { file in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
        && FileManager.default.isExecutableFile(atPath: file.path)
    }
  }
}
