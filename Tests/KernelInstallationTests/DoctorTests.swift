import Foundation
import KernelInstallation
import Testing

@Suite("The doctor")
struct DoctorTests {
  let machine: Machine

  init() throws { machine = try Machine() }

  @Test("finds nothing wrong on a machine where nothing is")
  func healthy() async throws {
    let findings = await machine.examine(probe: FakeProbe(result: .success(.quick)))
    #expect(findings.filter { $0.status != .ok } == [])
    #expect(
      findings.map(\.subject) == [
        "compiler", "linker", "libzmq", "BLAS", "worker", "library", "temp space", "cache", "kernelspec", "jupyter",
        "cell",
      ])
    #expect(findings.last?.detail == "worker up in 12ms, first cell 340ms, next 80ms, the same again 3ms")
  }

  @Test(
    "names each part that is missing and what to do",
    arguments: [
      ("toolchain/bin/swift-frontend", "compiler", "swift.org/install"),
      ("toolchain/bin/ld.lld", "linker", "lld"),
      ("kit/glassbox-worker", "worker", "make kernel"),
      ("kit/libGlassbox.so", "library", "make kernel"),
      ("kit/Modules/Glassbox.swiftmodule", "library", "make kernel"),
      ("data/kernels/glassbox/kernel.json", "kernelspec", "glassbox kernel install"),
    ])
  func missingPart(path: String, subject: String, remedy: String) async throws {
    try FileManager.default.removeItem(at: machine.folder.url.appending(path: path))
    let broken = await machine.examine().filter { $0.status != .ok }
    #expect(broken.map(\.subject) == [subject])
    #expect(broken.first?.status == .failure)
    #expect(broken.first?.remedy?.contains(remedy) == true)
  }

  @Test("sees that the compiler is not the one of the build")
  func otherCompiler() async throws {
    try machine.folder.write(
      "#!/bin/sh\necho 'Swift version 6.4 (swift-6.4-RELEASE)'\n", to: "toolchain/bin/swift-frontend", isProgram: true)
    let finding = try #require(await machine.examine().first { $0.subject == "compiler" })
    #expect(finding.status == .failure)
    #expect(finding.detail == "is 6.4, but the kit was built with 6.3.1")
  }

  @Test("sees a compiler that does not start")
  func brokenCompiler() async throws {
    try machine.folder.write("#!/bin/sh\nexit 127\n", to: "toolchain/bin/swift-frontend", isProgram: true)
    let finding = try #require(await machine.examine().first { $0.subject == "compiler" })
    #expect(finding.status == .failure)
    #expect(finding.detail.hasSuffix("does not start"))
  }

  @Test("warns of a libzmq without encryption")
  func noCurve() async throws {
    let findings = await machine.examine(sockets: SocketLibrary(version: "4.3.4", offersEncryption: false))
    let finding = try #require(findings.first { $0.subject == "libzmq" })
    #expect(finding.status == .warning)
  }

  @Test("sees a kernelspec whose program has gone")
  func stalePath() async throws {
    try machine.install(executable: URL(filePath: "/gone/glassbox"))
    let finding = try #require(await machine.examine().first { $0.subject == "kernelspec" })
    #expect(finding.status == .failure)
    #expect(finding.detail.hasSuffix("starts /gone/glassbox, which is not there"))
  }

  @Test("warns of a kernelspec that starts another copy")
  func otherCopy() async throws {
    try machine.install(executable: machine.folder.write("", to: "other/glassbox", isProgram: true))
    let finding = try #require(await machine.examine().first { $0.subject == "kernelspec" })
    #expect(finding.status == .warning)
  }

  @Test("warns of a kernelspec that an older version wrote")
  func oldVersion() async throws {
    var specification = KernelSpecification(executable: machine.executable, offersEncryption: true)
    specification.metadata.glassbox = .init(version: "0.0.1")
    try machine.installer.install(specification)
    let finding = try #require(await machine.examine().first { $0.subject == "kernelspec" })
    #expect(finding.status == .warning)
    #expect(finding.detail.contains("0.0.1"))
  }

  @Test("sees a Jupyter that looks elsewhere")
  func blindJupyter() async throws {
    try machine.writeJupyter(sees: "/somewhere/else")
    let finding = try #require(await machine.examine().first { $0.subject == "jupyter" })
    #expect(finding.status == .failure)
    #expect(finding.remedy?.contains("--prefix \(machine.venv.path)") == true)
  }

  @Test("says what to do when there is no Jupyter")
  func noJupyter() async throws {
    try FileManager.default.removeItem(at: machine.venv)
    let finding = try #require(await machine.examine().first { $0.subject == "jupyter" })
    #expect(finding.status == .warning)
    #expect(finding.remedy?.contains("make setup") == true)
  }

  @Test("hands on the reason why a cell did not run")
  func failingCell() async throws {
    struct NoWorker: Error, CustomStringConvertible { let description = "the worker did not start" }
    let finding = try #require(await machine.examine(probe: FakeProbe(result: .failure(NoWorker()))).last)
    #expect(finding.status == .failure)
    #expect(finding.detail == "a cell did not run: the worker did not start")
  }

  @Test("sees a folder that is no folder to write compiled cells to")
  func noCacheFolder() async throws {
    var surroundings = machine.surroundings
    surroundings.cacheFolder = URL(filePath: "/proc/glassbox")
    surroundings.temporaryFolder = URL(filePath: "/proc/1/task")
    var findings: [Finding] = []
    await Doctor(surroundings: surroundings, sockets: machine.sockets, probe: nil).examine { findings.append($0) }
    let broken = findings.filter { $0.status == .failure }.map(\.subject)
    #expect(broken == ["temp space", "cache"])
  }
}
