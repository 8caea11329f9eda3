import Foundation

/// Where the parts of Glassbox lie that cells need.
public struct Installation: Sendable, Equatable {
  /// The folder with `glassbox-worker`, `libGlassbox.so` and `Modules`.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  public var worker: String { folder + "/glassbox-worker" }
  public var modules: String { folder + "/Modules" }
  public var library: String { folder + "/libGlassbox.so" }
  public var analysisHelper: String { folder + "/glassbox-analysis" }

  /// The folder that `GLASSBOX_HOME` names, or the one of the running program.
  public static func located(environment: [String: String] = ProcessInfo.processInfo.environment) -> Installation {
    if let folder = environment["GLASSBOX_HOME"] { return Installation(folder: folder) }
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return Installation(folder: URL(fileURLWithPath: program).deletingLastPathComponent().path)
  }

  /// Tells builds apart in the cache: cells are compiled against these modules.
  var identity: String {
    ["CellRuntime", "Glassbox", "Displays", "Randomness", "Tensors"].map { name in
      var information = stat()
      guard stat("\(modules)/\(name).swiftmodule", &information) == 0 else { return "\(name) -" }
      return "\(name) \(information.st_size) \(information.st_mtim.tv_sec).\(information.st_mtim.tv_nsec)"
    }.joined(separator: "\n")
  }

  /// Checks that cells can be run.
  public func check() throws {
    for (name, path) in [("worker program", worker), ("folder of modules", modules)] where access(path, R_OK) != 0 {
      throw InterpreterError.missingPart(name, path: path)
    }
  }
}
