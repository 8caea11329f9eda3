import Foundation

/// Where a package comes from.
enum PackageSource: Sendable, Equatable {
  case folder(String)
  case remote(address: String, version: String)

  static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1)[0].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// The name by which SwiftPM knows the package.
  var identity: String {
    let path: String
    switch self {
    case .folder(let folder): path = folder
    case .remote(let address, _): path = address
    }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return (last.hasSuffix(".git") ? String(last.dropLast(4)) : last)
  }

  /// The line for `Package.swift`.
  var dependency: String {
    switch self {
    case .folder(let folder): ".package(path: \(folder.swiftLiteral))"
    case .remote(let address, let version): ".package(url: \(address.swiftLiteral), from: \(version.swiftLiteral))"
    }
  }
}

/// A package that is built and can be loaded.
struct InstalledPackage: Sendable, Equatable {
  var library: String
  var modules: [String]
  /// Arguments with which the compiler finds the modules.
  var flags: [String]
}

enum PackageError: Error, CustomStringConvertible {
  case stopped
  case notAPackage(String)
  case noProducts(String)
  case unknownProduct(String, available: [String])
  case building(String)

  var description: String {
    switch self {
    case .stopped: "the package build was interrupted"
    case .notAPackage(let folder): "\(folder) is no Swift package: it has no Package.swift."
    case .noProducts(let name): "\(name) offers no library to import."
    case .unknownProduct(let name, let available):
      "there is no product \(name) in this package. It has: \(available.joined(separator: ", "))."
    case .building(let report): "the package cannot be built.\n\(report)"
    }
  }
}

/// The packages of a session, and how they are built.
struct PackageShelf: Sendable {
  private(set) var packages: [InstalledPackage] = []

  var libraries: [String] { packages.map(\.library) }
  var flags: [String] { packages.flatMap(\.flags) }

  mutating func add(_ package: InstalledPackage) {
    if !packages.contains(package) { packages.append(package) }
  }

  /// Builds a package, or finds it built.
  ///
  /// The package becomes the dependency of a small package of ours with one dynamic library, so that a cell's process
  /// can load it.
  func install(
    _ source: PackageSource, products wanted: [String], toolchain: Toolchain, cache: CellCache, process: ChildProcess,
    progress: @escaping @Sendable ([UInt8]) -> Void
  ) async throws -> InstalledPackage {
    var digest = Digest()
    digest.add(toolchain.identity)
    digest.add(source.dependency)
    for product in wanted { digest.add(product) }
    let key = digest.hexadecimal().prefix(16)
    let folder = "\(cache.folder)/packages/\(source.identity)-\(key)"
    let name = "Package_\(key)"
    let builder = PackageBuilder(folder: folder, toolchain: toolchain, process: process, progress: progress)
    if case .folder(let path) = source, access(path + "/Package.swift", R_OK) != 0 {
      throw PackageError.notAPackage(path)
    }
    let isFinished = access(folder + "/finished.json", R_OK) == 0
    if case .remote = source, isFinished, let package = builder.finished() { return package }
    try cache.makeFolder(folder + "/Sources/\(name)")
    try cache.write(
      Array("// This target only gathers products.\n".utf8), to: folder + "/Sources/\(name)/\(name).swift")
    let available = try await products(of: source, builder: builder, name: name, cache: cache)
    if let unknown = wanted.first(where: { !available.contains($0) }) {
      throw PackageError.unknownProduct(unknown, available: available)
    }
    let chosen = wanted.isEmpty ? available : wanted
    guard !chosen.isEmpty else { throw PackageError.noProducts(source.identity) }
    try cache.write(Array(manifest(name: name, source: source, products: chosen).utf8), to: folder + "/Package.swift")
    try await builder.run(toolchain.build, ["-c", "release", "--product", name])
    return try builder.finish(name: name, cache: cache)
  }

  private func manifest(name: String, source: PackageSource, products: [String]) -> String {
    let dependencies = products.map { ".product(name: \($0.swiftLiteral), package: \(source.identity.swiftLiteral))" }
    return """
      // swift-tools-version: 5.9
      import PackageDescription

      let package = Package(
        name: "\(name)",
        products: [.library(name: "\(name)", type: .dynamic, targets: ["\(name)"])],
        dependencies: [\(source.dependency)],
        targets: [.target(name: "\(name)", dependencies: [\(dependencies.joined(separator: ", "))])]
      )
      """
  }

  /// The library products that a package offers.
  private func products(
    of source: PackageSource, builder: PackageBuilder, name: String, cache: CellCache
  ) async throws -> [String] {
    let path: String
    switch source {
    case .folder(let folder): path = folder
    case .remote:
      try cache.write(
        Array(manifest(name: name, source: source, products: []).utf8), to: builder.folder + "/Package.swift")
      try await builder.run(builder.toolchain.package, ["resolve"])
      let checkouts = builder.folder + "/.build/checkouts"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: checkouts)) ?? []
      guard let match = names.first(where: { $0.lowercased() == source.identity.lowercased() }) else {
        throw PackageError.noProducts(source.identity)
      }
      path = "\(checkouts)/\(match)"
    }
    struct Description: Decodable {
      struct Product: Decodable {
        struct Kind: Decodable { var library: [String]? }
        var name: String
        var type: Kind
      }
      var products: [Product]
    }
    let text = try await builder.run(
      builder.toolchain.package, ["--package-path", path, "dump-package"], isShown: false)
    guard let start = text.firstIndex(of: "{"),
      let description = try? JSONDecoder().decode(Description.self, from: Data(text[start...].utf8))
    else { throw PackageError.noProducts(source.identity) }
    return description.products.filter { $0.type.library != nil }.map(\.name)
  }
}

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

extension String {
  /// The text as a Swift string literal.
  var swiftLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n", "\r": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
