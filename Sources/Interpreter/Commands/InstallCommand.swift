/// `%install`: a Swift package for the session.
struct InstallCommand: Command {
  let name = "install"
  let usage = ["%install FOLDER [PRODUCT …]", "%install ADDRESS VERSION [PRODUCT …]"]
  let summary = "Builds a Swift package and makes its modules importable."
  let details = """
    %install ../MyPackage
    %install https://github.com/apple/swift-numerics 1.1.1 Numerics

    VERSION is the lowest that will do: 1.1.1 means 1.1.1 up to the next major version. Without products all library
    products are built. A package is built once and kept for later sessions; a package in a folder is built again when
    its files have changed. Restart the kernel before you use a changed package that is loaded already.
    """

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let words = call.words
    guard let location = words.first else { return call.failure("%install needs a folder or an address. \(usage[1])") }
    let source: PackageSource
    let products: [String]
    if location.contains("://") || location.hasPrefix("git@") {
      guard words.count >= 2, PackageSource.isVersion(words[1]) else {
        return call.failure("an address needs a version: %install \(location) 1.0.0")
      }
      source = .remote(address: location, version: words[1])
      products = Array(words.dropFirst(2))
    } else {
      source = .folder(session.path(location))
      products = Array(words.dropFirst())
    }
    let process = ChildProcess()
    let relay = OutputRelay(output: call.output)
    do {
      let package = try await session.switchboard.during(process.stop) {
        try await session.packages.install(
          source, products: products, toolchain: session.configuration.toolchain, cache: session.compiler.cache,
          process: process
        ) { relay.receive($0, isError: false) }
      }
      relay.finish()
      if let failure = await session.add(package) { return call.failure("the package cannot be loaded: \(failure)") }
      call.print("Ready: \(package.modules.map { "import \($0)" }.joined(separator: ", "))")
      return CellResult(ending: .success)
    } catch PackageError.stopped {
      return CellResult(ending: .interrupted(.interrupted(during: "package build")))
    } catch {
      relay.finish()
      return call.failure("\(error)")
    }
  }

  func completions(for argument: String, in session: isolated Session) -> [String] {
    FileNames.completions(of: argument, in: session.currentDirectory).filter { $0.hasSuffix("/") }
  }
}

extension Session {
  /// Makes a built package known to the compiler and to the cells' process.
  func add(_ package: InstalledPackage) async -> String? {
    guard let worker = try? liveWorker() else { return "the cells' process cannot be started" }
    if !packages.libraries.contains(package.library) {
      if let failure = await worker.request({ .load(request: $0, library: package.library) }) { return failure }
    }
    packages.add(package)
    compiler.packageFlags = packages.flags
    return nil
  }
}
