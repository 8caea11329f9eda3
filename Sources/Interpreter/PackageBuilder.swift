import Foundation

/// Runs SwiftPM in the folder of a package of ours.
struct PackageBuilder: Sendable {
  let folder: String
  let toolchain: Toolchain
  let process: ChildProcess
  let progress: @Sendable ([UInt8]) -> Void

  private struct Finished: Codable {
    var library: String
    var modules: [String]
    var flags: [String]
  }

  @discardableResult
  func run(_ tool: String, _ arguments: [String], isShown: Bool = true) async throws -> String {
    let log = OutputLog()
    let output = try await process.run(tool, arguments, directory: folder) { isError, bytes in
      if !isError || isShown { log.append(bytes, isError: isError) }
      if isShown { progress(bytes) }
    }
    if output.wasStopped { throw PackageError.stopped }
    guard output.status == 0 else {
      throw PackageError.building(
        log.text.split(separator: "\n").filter { $0.contains("error:") }.prefix(20).joined(separator: "\n"))
    }
    return log.standardOutput
  }

  /// Notes what was built, so that the next session finds it.
  func finish(name: String, cache: CellCache) throws -> InstalledPackage {
    let build = "\(folder)/.build/release"
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: build + "/Modules")) ?? []
    let modules = names.filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(12)) }.filter { $0 != name }
    var flags = ["-I", build + "/Modules"]
    // Targets in C have module maps where they are built, or in their sources.
    for file in (try? manager.contentsOfDirectory(atPath: build)) ?? [] where file.hasSuffix(".build") {
      let map = "\(build)/\(file)/module.modulemap"
      if access(map, R_OK) == 0 { flags += ["-Xcc", "-fmodule-map-file=\(map)"] }
    }
    for checkout in (try? manager.subpathsOfDirectory(atPath: folder + "/.build/checkouts")) ?? []
    where checkout.hasSuffix("include/module.modulemap") {
      flags += ["-Xcc", "-fmodule-map-file=\(folder)/.build/checkouts/\(checkout)"]
    }
    let library = "\(build)/lib\(name).so"
    guard access(library, R_OK) == 0 else { throw PackageError.building("\(library) was not made.") }
    let finished = Finished(library: library, modules: modules.sorted(), flags: flags)
    let data = try JSONEncoder().encode(finished)
    try data.write(to: URL(fileURLWithPath: folder + "/finished.json"), options: .atomic)
    return InstalledPackage(library: library, modules: finished.modules, flags: flags)
  }

  /// What an earlier session has built.
  func finished() -> InstalledPackage? {
    guard let data = FileManager.default.contents(atPath: folder + "/finished.json"),
      let finished = try? JSONDecoder().decode(Finished.self, from: data), access(finished.library, R_OK) == 0
    else { return nil }
    return InstalledPackage(library: finished.library, modules: finished.modules, flags: finished.flags)
  }
}
