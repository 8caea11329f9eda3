import CellSyntax
import Diagnostics
import Foundation
import WorkerProtocol

/// Turns the text of a cell into a library, with the compiler's front end and the linker and nothing else.
struct CellCompiler: Sendable {
  let toolchain: Toolchain
  let installation: Installation
  let cache: CellCache
  /// Folders of modules that packages have brought.
  var packageFlags: [String] = []

  /// What came of a compilation.
  enum Outcome: Sendable {
    case compiled(CellArtifacts, warnings: [Diagnostic], timings: CompileTimings)
    /// The cell has mistakes.
    case mistakes([Diagnostic])
    case stopped
  }

  /// Where a compilation finds the modules of earlier cells.
  struct ModuleFolders: Sendable {
    /// Folders in the order of the search.
    var search: [String]
    /// The keys of the modules that the cell imports, oldest first.
    var keys: [String]
  }

  private var linkerFlags: [String] {
    // Unwinding a stopped cell reads the table of frames.
    ["-shared", "--eh-frame-hdr", toolchain.runtimeObject, "-L", toolchain.libraries, "-rpath", toolchain.libraries]
  }

  private func commonFlags(module: String, folders: [String]) -> [String] {
    [
      "-module-name", module, "-O", "-gline-tables-only", "-suppress-remarks", "-in-process-plugin-server-path",
      toolchain.pluginServer,
    ] + languageFlags(folders: folders)
  }

  /// What both the compiler and SourceKit have to know.
  private func languageFlags(folders: [String]) -> [String] {
    [
      "-swift-version", "5", "-enable-testing", "-enable-upcoming-feature", "MemberImportVisibility",
      "-enable-upcoming-feature", "BareSlashRegexLiterals", "-plugin-path",
      toolchain.plugins, "-plugin-path", toolchain.testingPlugins, "-module-cache-path", cache.folder + "/modules",
    ] + folders.flatMap { ["-I", $0] } + ["-I", installation.modules] + packageFlags
  }

  /// Arguments with which SourceKit reads a text that imports cells.
  func analysisFlags(folders: [String]) -> [String] {
    ["-module-name", "Notebook"] + languageFlags(folders: folders)
  }

  /// The key of a cell: equal keys mean equal libraries.
  func key(for plan: CellPlan, imported keys: [String]) -> String {
    var digest = Digest()
    digest.add(toolchain.identity)
    digest.add(installation.identity)
    digest.add(plan.source)
    for flag in commonFlags(module: plan.module, folders: []) + plan.flags + linkerFlags { digest.add(flag) }
    for key in keys { digest.add(key) }
    return digest.hexadecimal()
  }

  /// Compiles a cell, or takes it from the cache.
  func compile(_ plan: CellPlan, folders: ModuleFolders, process: ChildProcess) async throws -> Outcome {
    let key = key(for: plan, imported: folders.keys)
    if let folder = cache.find(key) {
      return .compiled(
        artifacts(of: plan, key: key, folder: folder), warnings: [], timings: CompileTimings(isCached: true))
    }
    let work = try cache.makeWorkFolder()
    var isPublished = false
    defer { if !isPublished { try? FileManager.default.removeItem(atPath: work) } }
    let source = try cache.writeSource(plan.source, name: "\(plan.module).generated.swift", key: key)
    let object = "\(work)/\(plan.module).o"
    let report = "\(work)/diagnostics.dia"
    let clock = ContinuousClock()
    let start = clock.now
    let arguments =
      [
        "-frontend", "-c", "-primary-file", source, "-o", object, "-emit-module-path",
        "\(work)/\(plan.module).swiftmodule", "-emit-module-doc-path", "\(work)/\(plan.module).swiftdoc",
        "-emit-module-source-info-path", "\(work)/\(plan.module).swiftsourceinfo", "-entry-point-function-name",
        plan.entryPoint, "-serialize-diagnostics-path", report,
      ] + commonFlags(module: plan.module, folders: folders.search) + plan.flags
    var compilation = try await process.run(toolchain.frontend, arguments)
    if compilation.status != 0, compilation.errorText.contains(".pcm") {
      // Two compilers that fill an empty cache of modules at once may get into each other's way; once filled, it serves.
      compilation = try await process.run(toolchain.frontend, arguments)
    }
    if compilation.wasStopped { return .stopped }
    let compiled = clock.now
    let diagnostics = try readReport(report, of: plan, compilation: compilation)
    guard compilation.status == 0 else {
      return .mistakes(diagnostics.contains { $0.severity == .error } ? diagnostics : [crash(compilation)])
    }
    let library = "\(work)/lib\(plan.module).so"
    let link = try await process.run(
      toolchain.linker,
      linkerFlags + [object, "-o", library] + (ObjectFile(path: object)?.autolinkFlags ?? []).filter(isNeededLibrary))
    if link.wasStopped { return .stopped }
    guard link.status == 0 else { return .mistakes([linkerMistake(link.errorText)]) }
    try? FileManager.default.removeItem(atPath: object)
    try? FileManager.default.removeItem(atPath: report)
    let folder = try cache.publish(work, as: key)
    isPublished = true
    return .compiled(
      artifacts(of: plan, key: key, folder: folder), warnings: diagnostics,
      timings: CompileTimings(compile: compiled - start, link: clock.now - compiled))
  }

  /// Writes the module of a cell once more, with attributes that hide or demote what is out of date. The library stays
  /// as it is: only what later cells see of it changes.
  func writeFace(of module: CellModule, source: String, folder: String, search: [String]) async throws {
    let path = "\(folder)/\(module.name).generated.swift"
    try cache.write(Array(source.utf8), to: path)
    let output = try await ChildProcess().run(
      toolchain.frontend,
      [
        "-frontend", "-emit-module", path, "-o", "\(folder)/\(module.name).swiftmodule", "-suppress-warnings",
        "-experimental-skip-all-function-bodies", "-experimental-allow-module-with-compiler-errors",
      ] + commonFlags(module: module.name, folders: search) + module.plan.flags)
    guard access("\(folder)/\(module.name).swiftmodule", R_OK) == 0 else {
      throw InterpreterError.internalFailure(
        "the names of cell \(module.number) cannot be brought up to date: \(output.errorText)")
    }
  }

  private func isNeededLibrary(_ flag: String) -> Bool {
    // The runtime and the kit's own modules are in the process already; they are found by name.
    guard flag.hasPrefix("-l") else { return false }
    let name = flag.dropFirst(2)
    return access("\(toolchain.libraries)/lib\(name).so", R_OK) == 0
  }

  private func artifacts(of plan: CellPlan, key: String, folder: String) -> CellArtifacts {
    let library = "\(folder)/lib\(plan.module).so"
    var symbols: [String: String] = [:]
    if !plan.rewritten.variables.isEmpty, let object = ObjectFile(path: library) {
      for symbol in object.dynamicSymbols where symbol.hasSuffix("vp") {
        guard let name = Demangler.demangled(symbol), name.hasPrefix(plan.module + "."),
          let end = name.range(of: " : ")
        else { continue }
        symbols[String(name[name.index(name.startIndex, offsetBy: plan.module.count + 1)..<end.lowerBound])] = symbol
      }
    }
    return CellArtifacts(
      key: key, folder: folder, library: library,
      variables: plan.rewritten.variables.map { VariableSlot(name: $0, symbol: symbols[$0] ?? "") })
  }

  // MARK: Mistakes

  private func readReport(_ path: String, of plan: CellPlan, compilation: ChildProcess.Output) throws -> [Diagnostic] {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return [] }
    do {
      return try SerializedDiagnostics.diagnostics(in: Array(data))
    } catch {
      return []
    }
  }

  /// The compiler itself has failed.
  private func crash(_ output: ChildProcess.Output) -> Diagnostic {
    let lines = output.errorText.split(separator: "\n")
    if let full = lines.first(where: { $0.contains("No space left on device") }) {
      return Diagnostic(
        severity: .error,
        message: "The disk is full: \(full). Free some space or set GLASSBOX_CACHE to a folder with space.")
    }
    let reason = lines.first { $0.contains("error:") } ?? lines.first ?? "no message"
    return Diagnostic(
      severity: .error, message: "The compiler gave up on this cell (status \(output.status)): \(reason)")
  }

  private func linkerMistake(_ text: String) -> Diagnostic {
    Diagnostic(
      severity: .error, message: "The linker gave up on this cell: \(text.split(separator: "\n").first ?? "no message")"
    )
  }
}
