import Foundation
import KernelInstallation
import Testing

@Suite("Installing a kernelspec")
struct KernelInstallerTests {
  let folder: TemporaryFolder
  let installer: KernelInstaller
  let specification = KernelSpecification(executable: URL(filePath: "/opt/kit/glassbox"), offersEncryption: true)

  init() throws {
    folder = try TemporaryFolder()
    installer = KernelInstaller(kernelsFolder: folder.url.appending(path: "share/jupyter/kernels"))
  }

  @Test("kernel.json says what Jupyter needs to know")
  func whatJupyterReads() throws {
    let place = try installer.install(specification)
    let data = try Data(contentsOf: place.appending(path: "kernel.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])

    #expect(json["argv"] as? [String] == ["/opt/kit/glassbox", "kernel", "run", "{connection_file}"])
    #expect(json["display_name"] as? String == "Swift (Glassbox)")
    #expect(json["language"] as? String == "swift")
    #expect(json["interrupt_mode"] as? String == "message")
    #expect(json["kernel_protocol_version"] as? String == "5.5")
    let metadata = try #require(json["metadata"] as? [String: Any])
    #expect(metadata["supported_encryption"] as? [String] == ["curve"])
  }

  @Test("encryption is offered only where libzmq has it")
  func noEncryptionWithoutCurve() throws {
    let plain = KernelSpecification(executable: URL(filePath: "/opt/kit/glassbox"), offersEncryption: false)
    let text = String(decoding: try plain.encoded(), as: UTF8.self)
    #expect(!text.contains("supported_encryption"))
  }

  @Test("the logos are whole pictures of the size in their name", arguments: [32, 64])
  func logos(size: Int) throws {
    let place = try installer.install(specification)
    let data = try Data(contentsOf: place.appending(path: "logo-\(size)x\(size).png"))
    #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // Width and height stand in the first chunk, big-endian, at bytes 16 and 20.
    #expect(data[18..<20].reduce(0) { $0 << 8 | Int($1) } == size)
    #expect(data[22..<24].reduce(0) { $0 << 8 | Int($1) } == size)
    #expect(data.suffix(12).prefix(8).suffix(4) == Data("IEND".utf8))
  }

  @Test("the drawing is SVG text")
  func drawing() throws {
    let place = try installer.install(specification)
    let text = try String(contentsOf: place.appending(path: "logo-svg.svg"), encoding: .utf8)
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
  }

  @Test("installing again brings the kernelspec up to date")
  func twice() throws {
    try installer.install(specification)
    let moved = KernelSpecification(executable: URL(filePath: "/elsewhere/glassbox"), offersEncryption: true)
    try installer.install(moved)
    #expect(installer.installed().map(\.specification) == [moved])
  }

  @Test(
    "a kernelspec of another program is left alone unless forced", arguments: [#"{"argv": ["python"]}"#, "{ broken"])
  func foreign(contents: String) throws {
    let file = try folder.write(contents, to: "share/jupyter/kernels/glassbox/kernel.json")
    let expected = InstallationError.foreignSpecification(
      name: "glassbox", folder: file.deletingLastPathComponent().standardizedFileURL)
    #expect(throws: expected) { try installer.install(specification) }
    #expect(throws: expected) { try installer.uninstall() }
    #expect(try String(contentsOf: file, encoding: .utf8) == contents)

    try installer.install(specification, replacesForeign: true)
    #expect(installer.installed().map(\.specification) == [specification])
  }

  @Test("uninstalling removes the folder, and says so when there is none")
  func uninstalling() throws {
    let place = try installer.install(specification)
    try installer.uninstall()
    #expect(!FileManager.default.fileExists(atPath: place.path))
    #expect(throws: InstallationError.notInstalled(name: "glassbox", places: [installer.kernelsFolder])) {
      try installer.uninstall()
    }
  }

  @Test("a name that could leave the folder is refused", arguments: ["", "..", "a/b", "../x", "a b", "ü"])
  func names(name: String) {
    #expect(throws: InstallationError.invalidName(name)) { try installer.install(specification, name: name) }
    #expect(throws: InstallationError.invalidName(name)) { try installer.uninstall(name: name) }
  }

  @Test("a folder that cannot be made is named together with the reason")
  func unwritable() throws {
    try folder.write("a file, not a folder", to: "blocked")
    let blocked = KernelInstaller(kernelsFolder: folder.url.appending(path: "blocked/kernels"))
    let error = #expect(throws: InstallationError.self) { try blocked.install(specification) }
    #expect(error?.description.contains("blocked/kernels/glassbox") == true)
  }

  @Test("kernels of others are not listed")
  func listing() throws {
    try folder.write(#"{"argv": ["python"]}"#, to: "share/jupyter/kernels/python3/kernel.json")
    try installer.install(specification, name: "b")
    try installer.install(specification, name: "a")
    #expect(installer.installed().map(\.name) == ["a", "b"])
  }

  @Test("a specification survives writing and reading, environment included")
  func roundTrip() throws {
    let full = KernelSpecification(
      executable: URL(filePath: "/a \"quoted\"/glassbox"), displayName: "Swift ✓", environment: ["A": "=", "B": ""],
      offersEncryption: true)
    #expect(try JSONDecoder().decode(KernelSpecification.self, from: full.encoded()) == full)
  }
}
