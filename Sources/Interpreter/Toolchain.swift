import Foundation

/// The parts of the Swift toolchain that turn a cell into a library.
public struct Toolchain: Sendable, Equatable {
  /// The folder that holds `bin` and `lib`.
  public let root: String

  public init(root: String) { self.root = root }

  public var frontend: String { root + "/bin/swift-frontend" }
  public var linker: String { root + "/bin/ld.lld" }
  public var symbolizer: String { root + "/bin/llvm-symbolizer" }
  public var package: String { root + "/bin/swift-package" }
  public var build: String { root + "/bin/swift-build" }
  public var libraries: String { root + "/lib/swift/linux" }
  public var pluginServer: String { root + "/lib/swift/host/libSwiftInProcPluginServer.so" }
  public var plugins: String { root + "/lib/swift/host/plugins" }
  public var testingPlugins: String { root + "/lib/swift/host/plugins/testing" }
  public var runtimeObject: String { "\(libraries)/\(Toolchain.architecture)/swiftrt.o" }

  static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  /// The toolchain named by `GLASSBOX_TOOLCHAIN`, or the one whose libraries this program runs with.
  ///
  /// - Throws: ``InterpreterError/missingTool(_:path:)`` if a part is not where it should be.
  public static func located(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Toolchain {
    let toolchain: Toolchain
    if let path = environment["GLASSBOX_TOOLCHAIN"] {
      toolchain = Toolchain(root: access(path + "/usr/bin", X_OK) == 0 ? path + "/usr" : path)
    } else if let path = loadedLibraryFolder() {
      toolchain = Toolchain(root: path)
    } else {
      throw InterpreterError.missingTool("Swift toolchain", path: "PATH")
    }
    try toolchain.check()
    return toolchain
  }

  /// Checks that every part is there.
  public func check() throws {
    for (name, path) in [
      ("Swift compiler", frontend), ("linker", linker), ("runtime object", runtimeObject),
    ] where access(path, R_OK) != 0 {
      throw InterpreterError.missingTool(name, path: path)
    }
  }

  /// The toolchain folder of the `libswiftCore.so` that this process has loaded.
  private static func loadedLibraryFolder() -> String? {
    // Read in pieces: the kernel hands out one page at a time, and reading "the whole file" may stop after the first.
    guard let file = FileHandle(forReadingAtPath: "/proc/self/maps") else { return nil }
    var maps = Data()
    while case let piece = file.availableData, !piece.isEmpty { maps += piece }
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
    where line.hasSuffix("/lib/swift/linux/libswiftCore.so") {
      guard let start = line.firstIndex(of: "/"), let end = line.range(of: "/lib/swift/linux/") else { continue }
      return String(line[start..<end.lowerBound])
    }
    return nil
  }

  /// Tells toolchains apart in the cache: the compiler's path, size and time of change.
  var identity: String {
    var information = stat()
    guard stat(frontend, &information) == 0 else { return frontend }
    return "\(frontend) \(information.st_size) \(information.st_mtim.tv_sec)"
  }
}
