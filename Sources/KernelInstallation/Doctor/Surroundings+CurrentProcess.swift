import Foundation

extension Surroundings {
  /// The surroundings of the running program.
  public static var ofThisProcess: Surroundings {
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let environment = ProcessInfo.processInfo.environment
    let compiler = SearchPath(environment: environment).find("swiftc")?.resolvingSymlinksInPath()
    let toolchain =
      environment["GLASSBOX_TOOLCHAIN"].map(namedToolchain) ?? loadedToolchain ?? compiler.map {
        $0.deletingLastPathComponent().deletingLastPathComponent()
      }
      ?? URL(filePath: "/usr", directoryHint: .isDirectory)
    return Surroundings(executable: executable, toolchain: toolchain, environment: environment)
  }

  /// The toolchain that `GLASSBOX_TOOLCHAIN` names, with or without its folder `usr`.
  private static func namedToolchain(_ path: String) -> URL {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let inner = folder.appending(path: "usr", directoryHint: .isDirectory)
    return FileManager.default.fileExists(atPath: inner.appending(path: "bin").path) ? inner : folder
  }

  /// The folder `usr` that Swift's own library was loaded from.
  private static var loadedToolchain: URL? {
    guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return nil }
    var maps = Data()
    // In pieces: the file has no length, and reading "all of it" may stop after the first page.
    while case let piece = file.availableData, !piece.isEmpty { maps += piece }
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
    where line.hasSuffix("/lib/swift/linux/libswiftCore.so") {
      if let start = line.firstIndex(of: "/"), let end = line.range(of: "/lib/swift/linux/") {
        return URL(filePath: String(line[start..<end.lowerBound]), directoryHint: .isDirectory)
      }
    }
    return nil
  }
}
