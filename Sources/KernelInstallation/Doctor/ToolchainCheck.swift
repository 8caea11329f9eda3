import Foundation

/// Looks for the compiler and the linker, and whether the compiler is the one that built this program.
struct ToolchainCheck {
  var surroundings: Surroundings

  func findings() async -> [Finding] { [await compiler(), linker()] }

  private func compiler() async -> Finding {
    let subject = "compiler"
    let program = surroundings.toolchain.appending(path: "bin/swift-frontend")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      return .failure(
        subject, "\(program.path) is not there",
        remedy: "Install Swift 6.2 or newer from https://www.swift.org/install/linux/ and run `make kernel` again.")
    }
    guard let answer = try? await CommandRun.of(program, ["-version"]), answer.succeeded,
      let version = Self.version(in: answer.output)
    else {
      return .failure(
        subject, "\(program.path) does not start",
        remedy: "Run `\(program.path) -version` to see why; a library of the system may be missing.")
    }
    if let built = versionOfTheBuild(), built != version {
      return .failure(
        subject, "is \(version), but the kit was built with \(built)",
        remedy: "Run `make kernel` to build again: a compiler reads only the modules of its own version.")
    }
    return .ok(subject, "Swift \(version) in \(surroundings.toolchain.path)")
  }

  private func linker() -> Finding {
    let subject = "linker"
    let folders = [surroundings.toolchain.appending(path: "bin", directoryHint: .isDirectory)]
    let path = SearchPath(folders: folders + SearchPath(environment: surroundings.environment).folders)
    guard let program = path.find("ld.lld") else {
      return .failure(
        subject, "no ld.lld in \(folders[0].path) or on the path",
        remedy: "Install the toolchain again, whole, or the package lld (apt install lld).")
    }
    return .ok(subject, program.path)
  }

  /// The compiler's version as the package manager has noted it beside the products of the build.
  private func versionOfTheBuild() -> String? {
    let folder = surroundings.executable.deletingLastPathComponent()
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    let notes = files.filter { $0.lastPathComponent.hasPrefix("swift-version-") }
    func changed(_ file: URL) -> Date {
      (try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate) ?? .distantPast
    }
    guard let newest = notes.max(by: { changed($0) < changed($1) }),
      let text = try? String(contentsOf: newest, encoding: .utf8)
    else { return nil }
    return Self.version(in: text)
  }

  /// `6.3.1` in `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  private static func version(in text: String) -> String? {
    text.firstMatch(of: /Swift version ([0-9][^\s]*)/).map { String($0.1) }
  }
}
