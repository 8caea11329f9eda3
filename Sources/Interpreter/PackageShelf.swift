import Foundation

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
