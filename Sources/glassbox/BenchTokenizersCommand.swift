import ArgumentParser

struct BenchTokenizersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenizers",
    abstract: "Measure learning a vocabulary and encoding, beside Hugging Face's tokenizers in the same run.",
    discussion: """
      The peer stands beside if `make bench` has installed it. A ratio is its time divided by ours, on one thread each.
      """)

  @Option(help: "How often the two sides take turns; once unless told otherwise.")
  var rounds: Int?

  @Flag(help: "Fewer repetitions.")
  var quick = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    var arguments = ["--case", "tokenizer-*"]
    if let rounds { arguments += ["--rounds", String(rounds)] }
    if quick { arguments.append("--quick") }
    if json { arguments.append("--json") }
    // A command that was not parsed has no values.
    try await BenchTensorsCommand.parse(arguments).run()
  }
}
