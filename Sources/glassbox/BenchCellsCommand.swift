import ArgumentParser
import Foundation
import KernelInstallation

struct BenchCellsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "Measure how quickly cells answer, as a notebook sees it, beside ipykernel.",
    discussion: "Drives the installed kernel through Jupyter's own client, from the Python environment of `make setup`."
  )

  @Option(help: "The kernelspec's name.")
  var kernel = KernelIdentity.specificationName

  @Option(help: ArgumentHelp("The kernelspec to print beside it; `none` leaves it out.", valueName: "kernel"))
  var peer = "python3"

  @Flag(help: "Fewer repetitions and 100 cells instead of 1,000.")
  var quick = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    let executable = Surroundings.ofThisProcess.executable
    guard
      let script = executable.ancestors.lazy.map({ $0.appending(path: "Benchmarks/cells.py") })
        .first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else {
      throw ValidationError("Benchmarks/cells.py is not above \(executable.path); run the command from the repository.")
    }
    guard let python = PythonEnvironment.beside(executable: executable)?.program("python3") else {
      throw ValidationError("The Python side is missing. Run `make setup` in the repository.")
    }
    var arguments = [python.path, script.path, "--kernel", kernel, "--peer", peer]
    if quick { arguments.append("--quick") }
    if json { arguments.append("--json") }
    try replaceThisProcess(with: arguments)
  }

  /// The script takes over the process, so that signals, the terminal and the exit status are its own.
  private func replaceThisProcess(with arguments: [String]) throws {
    // Swift's threads hold signals back, and what a thread holds back a program that takes its place never gets.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    execv(arguments[0], pointers)
    let reason = String(cString: strerror(errno))
    for pointer in pointers { free(pointer) }
    throw ValidationError("\(arguments[0]) cannot be started: \(reason).")
  }
}
