import Foundation
import WorkerProtocol

/// Compiles cells with the toolchain, as the kernel does.
struct CellCompiler {
  struct CompilationFailure: Error, CustomStringConvertible {
    var description: String
  }

  /// Where the package's products lie: the folder of the test bundle.
  static let productsFolder: URL = {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let candidates = [program] + CommandLine.arguments
    for path in candidates {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: folder.appending(path: "glassbox-worker").path) { return folder }
    }
    return URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appending(path: ".build/debug")
  }()

  /// The toolchain whose standard library this process runs on.
  static let toolchain: String = {
    let maps = FileHandle(forReadingAtPath: "/proc/self/maps").flatMap { try? $0.readToEnd() } ?? Data()
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      if let start = line.firstIndex(of: "/"), let end = line.range(of: "/lib/swift/linux/libswiftCore.so") {
        return String(line[start..<end.lowerBound])
      }
    }
    return "/usr"
  }()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "worker-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Compiles a cell. Top-level variables must be named in `variables` with the linker's symbol of their storage.
  func compile(_ number: Int, _ source: String, imports: [Int] = [], packages: [String] = []) throws -> CellRun {
    let module = "Cell\(number)"
    var text = "import CellRuntime\n"
    for name in packages { text += "import \(name)\n" }
    for cell in imports { text += "@testable import Cell\(cell)\n" }
    let variables = Self.variables(of: source)
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line + "\n"
      for (index, name) in variables.enumerated()
      where line.hasPrefix("let \(name)") || line.hasPrefix("var \(name)") {
        text += "CellRuntime.declared(\"\(module)\", \(index), \(name))\n"
      }
    }
    let file = folder.appending(path: "\(module).swift")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let object = folder.appending(path: "\(module).o").path
    let library = folder.appending(path: "lib\(module).so").path
    let (bin, lib) = ("\(Self.toolchain)/bin", "\(Self.toolchain)/lib/swift")
    try run(
      "\(bin)/swift-frontend",
      [
        "-frontend", "-c", "-primary-file", file.path, "-module-name", module, "-enable-testing", "-emit-module",
        "-emit-module-path", folder.appending(path: "\(module).swiftmodule").path, "-o", object,
        "-entry-point-function-name", "cell_main_\(number)", "-O", "-gline-tables-only", "-swift-version", "5",
        "-I", folder.path, "-I", Self.productsFolder.appending(path: "Modules").path,
      ])
    var libraries = ["-lswiftCore", "-lswift_Concurrency", "-lswift_StringProcessing"]
    if packages.contains("Foundation") { libraries += ["-lFoundation", "-lFoundationEssentials"] }
    if packages.contains("Dispatch") || packages.contains("Foundation") {
      libraries += ["-lswiftDispatch", "-ldispatch", "-lBlocksRuntime"]
    }
    if packages.contains("Synchronization") { libraries += ["-lswiftSynchronization"] }
    if packages.contains("Interruption") {
      libraries += ["-L", Self.productsFolder.path, "-rpath", Self.productsFolder.path, "-lGlassbox"]
    }
    try run(
      "\(bin)/ld.lld",
      [
        "-shared", "--eh-frame-hdr", "-rpath", "\(lib)/linux", "\(lib)/linux/x86_64/swiftrt.o", object, "-o", library,
        "-L", "\(lib)/linux",
      ]
        + libraries)
    return CellRun(
      run: number, number: number, module: module, library: library, entry: "cell_main_\(number)",
      variables: try variables.map { VariableSlot(name: $0, symbol: try symbol(of: $0, in: object, module: module)) })
  }

  private static func variables(of source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("let ") || line.hasPrefix("var ") else { return nil }
      return String(line.dropFirst(4).prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  private func symbol(of name: String, in object: String, module: String) throws -> String {
    let symbols = try run("\(Self.toolchain)/bin/llvm-nm", ["--defined-only", "--format=just-symbols", object])
    let prefix = "$s\(module.utf8.count)\(module)\(name.utf8.count)\(name)"
    guard let found = symbols.split(separator: "\n").first(where: { $0.hasPrefix(prefix) && $0.hasSuffix("vp") }) else {
      throw CompilationFailure(description: "no storage for \(name)")
    }
    return String(found)
  }

  @discardableResult private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CompilationFailure(description: text) }
    return text
  }
}
