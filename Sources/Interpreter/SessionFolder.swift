import Foundation

/// A folder in which the modules of one session lie side by side, as the compiler wants to find them.
struct SessionFolder: Sendable {
  let root: String
  private let cache: CellCache

  init(cache: CellCache) throws {
    self.cache = cache
    root = try cache.makeWorkFolder()
    try cache.makeFolder(modules)
  }

  var modules: String { root + "/modules" }

  /// Makes a cell's module visible to later cells.
  func add(module: String, from folder: String) throws {
    for kind in ["swiftmodule", "swiftdoc", "swiftsourceinfo"] {
      let path = "\(modules)/\(module).\(kind)"
      unlink(path)
      guard symlink("\(folder)/\(module).\(kind)", path) == 0 else {
        throw InterpreterError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// The folder of a module's face, made if it is not there.
  func face(_ face: ModuleFace, compiler: CellCompiler) async throws -> String {
    let path = "\(root)/faces/\(face.key)"
    if access("\(path)/\(face.module.name).swiftmodule", R_OK) == 0 { return path }
    try cache.makeFolder(path)
    try await compiler.writeFace(of: face.module, source: face.source, folder: path, search: [modules])
    return path
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }
}
