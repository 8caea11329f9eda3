import ArgumentParser
import Foundation
import KernelInstallation

/// One of the Python programs in `Benchmarks/`, found above the running program.
struct BenchScript {
  let repository: URL
  let script: URL
  let python: URL

  init(_ name: String) throws {
    let executable = Surroundings.ofThisProcess.executable
    guard
      let repository = executable.ancestors.first(where: {
        FileManager.default.fileExists(atPath: $0.appending(path: "Benchmarks/\(name)").path)
      })
    else {
      throw ValidationError("Benchmarks/\(name) is not above \(executable.path); run the command from the repository.")
    }
    guard let python = PythonEnvironment.beside(executable: executable)?.program("python3") else {
      throw ValidationError("The Python side is missing. Run `make setup` in the repository.")
    }
    self.repository = repository
    script = repository.appending(path: "Benchmarks/\(name)")
    self.python = python
  }

  /// The script takes over the process.
  func replaceThisProcess(arguments: [String]) throws {
    try ProgramChange.replaceThisProcess(by: python.path, [script.path] + arguments)
  }
}
