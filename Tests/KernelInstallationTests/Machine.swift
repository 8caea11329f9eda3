import Foundation
import KernelInstallation

/// A whole machine in a folder: a toolchain, the built kit, an installed kernelspec and a Jupyter, all of them small scripts.
struct Machine {
  let folder: TemporaryFolder
  let sockets = SocketLibrary(version: "4.3.4", offersEncryption: true)

  init() throws {
    folder = try TemporaryFolder()
    let version = "Swift version 6.3.1 (swift-6.3.1-RELEASE)"
    try folder.write("#!/bin/sh\necho '\(version)'\n", to: "toolchain/bin/swift-frontend", isProgram: true)
    try folder.write("", to: "toolchain/bin/ld.lld", isProgram: true)
    try folder.write("", to: "kit/glassbox", isProgram: true)
    try folder.write("", to: "kit/glassbox-worker", isProgram: true)
    try folder.write("", to: "kit/libGlassbox.so")
    try folder.write("", to: "kit/Modules/Glassbox.swiftmodule")
    try folder.write(version + "\n", to: "kit/swift-version-6A52383ED409C6A7.txt")
    try install(executable: executable)
    try writeJupyter(sees: installer.kernelsFolder.appending(path: "glassbox").path)
  }

  var executable: URL { folder.url.appending(path: "kit/glassbox") }
  var venv: URL { folder.url.appending(path: "venv") }
  var installer: KernelInstaller { KernelInstaller(kernelsFolder: folder.url.appending(path: "data/kernels")) }

  var surroundings: Surroundings {
    Surroundings(
      executable: executable, toolchain: folder.url.appending(path: "toolchain"),
      environment: [
        "HOME": folder.url.path, "JUPYTER_DATA_DIR": folder.url.appending(path: "data").path, "VIRTUAL_ENV": venv.path,
      ],
      cacheFolder: folder.url.appending(path: "cache/glassbox"), temporaryFolder: folder.url)
  }

  func install(executable: URL) throws {
    try installer.install(KernelSpecification(executable: executable, offersEncryption: true))
  }

  func writeJupyter(sees path: String) throws {
    let answer = #"{"kernelspecs": {"glassbox": {"resource_dir": "\#(path)"}}}"#
    try folder.write("#!/bin/sh\necho '\(answer)'\n", to: "venv/bin/jupyter", isProgram: true)
  }

  func examine(sockets: SocketLibrary? = nil, probe: (any CellProbe)? = nil) async -> [Finding] {
    var findings: [Finding] = []
    let doctor = Doctor(surroundings: surroundings, sockets: sockets ?? self.sockets, probe: probe)
    await doctor.examine { findings.append($0) }
    return findings
  }
}

/// Stands in for the engine.
struct FakeProbe: CellProbe {
  var result: Result<CellTimings, any Error>

  func run() async throws -> CellTimings { try result.get() }
}

extension CellTimings {
  static let quick = CellTimings(
    start: .milliseconds(12), firstCell: .milliseconds(340), warmCell: .milliseconds(80),
    sameCellAgain: .milliseconds(3))
}
