import Foundation

/// Looks whether compiled cells can be written and kept.
struct SpaceCheck {
  var surroundings: Surroundings

  /// A session of a few hundred cells needs about 50 MB.
  private static let comfortable: UInt64 = 500_000_000
  private static let least: UInt64 = 50_000_000

  func findings() -> [Finding] {
    [
      temporaryFolder(),
      finding("cache", folder: surroundings.cacheFolder, variable: "GLASSBOX_CACHE"),
    ]
  }

  /// The compiler and the linker write there and do not make the folder.
  private func temporaryFolder() -> Finding {
    let folder = surroundings.temporaryFolder
    guard FileManager.default.fileExists(atPath: folder.path) else {
      return .failure(
        "temp space", "\(folder.path) is not there", remedy: "Make that folder, or set TMPDIR to one that is there.")
    }
    return finding("temp space", folder: folder, variable: "TMPDIR")
  }

  private func finding(_ subject: String, folder: URL, variable: String) -> Finding {
    let remedy = "Make room there, or set \(variable) to a folder that you may write to."
    let place = nearestFolder(to: folder)
    guard access(place.path, W_OK | X_OK) == 0 else {
      return .failure(subject, "\(place.path) cannot be written to", remedy: remedy)
    }
    var volume = statvfs()
    guard statvfs(place.path, &volume) == 0 else {
      return .warning(subject, "\(place.path): \(String(cString: strerror(errno)))", remedy: remedy)
    }
    let free = UInt64(volume.f_bavail) * UInt64(volume.f_frsize)
    let detail = "\(folder.path), \(free / 1_000_000) MB free"
    if free < Self.least { return .failure(subject, detail, remedy: remedy) }
    if free < Self.comfortable { return .warning(subject, detail, remedy: remedy) }
    return .ok(subject, detail)
  }

  /// The folder itself, or the nearest one above it that is there: the engine makes the rest.
  private func nearestFolder(to folder: URL) -> URL {
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    return folder.ancestors.first { FileManager.default.fileExists(atPath: $0.path) } ?? folder
  }
}
