import ArgumentParser
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
    let script = try BenchScript("cells.py")
    var arguments = ["--kernel", kernel, "--peer", peer]
    if quick { arguments.append("--quick") }
    if json { arguments.append("--json") }
    try script.replaceThisProcess(arguments: arguments)
  }
}
