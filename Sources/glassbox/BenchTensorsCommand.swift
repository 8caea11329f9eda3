import ArgumentParser
import Foundation

struct BenchTensorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tensors",
    abstract: "Measure operations, training steps and generation, beside PyTorch in the same run.",
    discussion: """
      PyTorch stands beside if `make bench` has installed it. A ratio is PyTorch's time divided by ours. Measure on a \
      machine that does nothing else.
      """)

  @Option(name: .customLong("case"), help: ArgumentHelp("A case, or a pattern such as 'gelu-*'.", valueName: "name"))
  var cases: [String] = []

  @Option(help: "Threads for each side; all cores unless told otherwise.")
  var threads: Int?

  @Option(help: "How often the two sides take turns; 3 times in long cases, else once, unless told otherwise.")
  var rounds: Int?

  @Flag(help: "Fewer repetitions.")
  var quick = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    let script = try BenchScript("tensors.py")
    let program = script.repository.appending(path: ".build/release/glassbox-bench")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw ValidationError("glassbox-bench is not built. Run `make bench` in the repository.")
    }
    var arguments = ["--program", program.path] + cases.flatMap { ["--case", $0] }
    let peer = script.repository.appending(path: ".venv-peers/bin/python")
    if FileManager.default.isExecutableFile(atPath: peer.path) { arguments += ["--peer-python", peer.path] }
    if let rounds { arguments += ["--rounds", String(rounds)] }
    if let threads { arguments += ["--threads", String(threads)] }
    if quick { arguments.append("--quick") }
    if json { arguments.append("--json") }
    try script.replaceThisProcess(arguments: arguments)
  }
}
