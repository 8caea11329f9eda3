import Foundation
import KernelInstallation
import Testing

@Suite("Where a kernelspec goes")
struct InstallationPlaceTests {
  @Test(
    "for one person, Jupyter's own rules hold",
    arguments: [
      (["HOME": "/home/ana"], "/home/ana/.local/share/jupyter/kernels"),
      (["HOME": "/home/ana", "XDG_DATA_HOME": "/data"], "/data/jupyter/kernels"),
      (["HOME": "/home/ana", "XDG_DATA_HOME": "/data", "JUPYTER_DATA_DIR": "/j"], "/j/kernels"),
      (["HOME": "/home/ana", "JUPYTER_DATA_DIR": "relative"], "/home/ana/.local/share/jupyter/kernels"),
    ])
  func user(environment: [String: String], path: String) {
    #expect(InstallationPlace.user.kernelsFolder(environment: environment).path == path)
  }

  @Test("for a prefix, the folder is below its share/jupyter")
  func prefix() {
    let place = InstallationPlace.prefix(URL(filePath: "/opt/env"))
    #expect(place.kernelsFolder(environment: [:]).path == "/opt/env/share/jupyter/kernels")
  }

  @Test("the active environment is the one that is activated, else the one of python3 itself")
  func activeEnvironment() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho /chosen/by/python\n", to: "bin/python3", isProgram: true)
    let path = folder.url.appending(path: "bin").path

    let activated = await PythonEnvironment.active(environment: ["PATH": path, "VIRTUAL_ENV": "/venv"])
    #expect(activated?.prefix.path == "/venv")
    let asked = await PythonEnvironment.active(environment: ["PATH": path])
    #expect(asked?.prefix.path == "/chosen/by/python")
    let none = await PythonEnvironment.active(environment: ["PATH": "/nowhere"])
    #expect(none == nil)
  }

  @Test("the repository's own environment is found from the program inside it")
  func besideTheProgram() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".venv/bin/python3", isProgram: true)
    let program = folder.url.appending(path: ".build/release/glassbox")
    let found = PythonEnvironment.beside(executable: program)
    #expect(found?.prefix.standardizedFileURL.path == folder.url.appending(path: ".venv").path)
  }
}
