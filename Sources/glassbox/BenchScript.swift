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

  /// The script takes over the process, so that signals, the terminal and the exit status are its own.
  func replaceThisProcess(arguments: [String]) throws {
    // Swift's threads hold signals back, and what a thread holds back a program that takes its place never gets.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    var pointers: [UnsafeMutablePointer<CChar>?] = ([python.path, script.path] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(python.path, pointers)
    let reason = String(cString: strerror(errno))
    for pointer in pointers { free(pointer) }
    throw ValidationError("\(python.path) cannot be started: \(reason).")
  }
}
