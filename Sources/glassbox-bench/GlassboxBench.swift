import ArgumentParser
import Foundation
import Parallelism
import Tensors

/// Measures one case of `Benchmarks/cases.json` and prints its figures as JSON, as `Benchmarks/peers/torch_peer.py` does.
///
/// A process measures one case, so that none warms up or fills the memory of the next.
@main
struct GlassboxBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glassbox-bench", abstract: "Measure one case of the library's benchmarks and print JSON.")

  @Option(help: "The file that lists the cases.")
  var cases = "Benchmarks/cases.json"

  @Option(name: .customLong("case"), help: "The name of the case.")
  var name = ""

  @Flag(help: "Fewer repetitions.")
  var quick = false

  @Flag(help: ArgumentHelp("Print a first tensor and end; what the case `start` measures.", visibility: .hidden))
  var firstTensor = false

  func run() throws {
    if firstTensor { return print(Tensor([1, 2, 3]) + 1) }
    let all = try BenchmarkCase.all(in: URL(fileURLWithPath: cases))
    guard let benchmark = all.first(where: { $0.name == name }) else {
      throw ValidationError("No case is named \(name); \(cases) lists them.")
    }
    let kinds = Operations.kinds.merging(Training.kinds.merging(Start.kinds) { first, _ in first }) { first, _ in first
    }
    let throwing = Sentences.kinds.merging(Tokenization.kinds) { first, _ in first }
    guard let work = try kinds[benchmark.kind]?(benchmark.sizes) ?? throwing[benchmark.kind]?(benchmark.sizes)
    else { throw ValidationError("\(name) is of the kind \(benchmark.kind), which is not measured here.") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode([name: Figures(of: benchmark, isQuick: quick, work)]), as: UTF8.self))
  }
}
