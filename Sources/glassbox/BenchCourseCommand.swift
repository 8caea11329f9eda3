import ArgumentParser
import Foundation
import KernelInstallation

struct BenchCourseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Measure how quickly the course answers: its first screen, checks, the grades of a class.",
    discussion: "Drives `lesson` and the installed kernel. Measure on a machine that does nothing else.")

  @Option(help: "The kernelspec's name; `none` leaves out what a notebook does.")
  var kernel = KernelIdentity.specificationName

  @Flag(help: "Fewer repetitions and 20 submissions instead of 50.")
  var quick = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    let script = try BenchScript("course.py")
    let program = script.repository.appending(path: ".build/release/lesson")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw ValidationError("lesson is not built. Run `make lesson` or `make bench` in the repository.")
    }
    var arguments = ["--course", script.repository.path, "--program", program.path, "--kernel", kernel]
    if quick { arguments.append("--quick") }
    if json { arguments.append("--json") }
    try script.replaceThisProcess(arguments: arguments)
  }
}
