import ArgumentParser
import Displays
import Foundation
import LanguageModels
import NeuralNetworks
import Pipelines
import TextGeneration

struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Go on from a text.",
    discussion: """
      The text appears as it is written. Without --temperature the likeliest token is taken each time, unless the folder's \
      generation_config.json says otherwise: what it sets counts where the command line says nothing.
      """)

  @OptionGroup var folder: FolderOptions
  @OptionGroup var options: GenerationOptions

  @Argument(help: "What to go on from; the standard input without it.")
  var prompt: String?

  @OptionGroup var beams: BeamOptions

  @Flag(help: "Read each line of the standard input as a prompt of its own.")
  var lines = false

  @Option(help: "How many lines are written at once; more are faster, and none appears before all are done.")
  var batch = 1

  func validate() throws {
    try beams.check(against: options)
    guard batch >= 1 else { throw ValidationError("--batch is \(batch). It should be 1 or more.") }
    if batch > 1, !lines { throw Self.batchIsForLines }
    if lines, prompt != nil { throw ValidationError("--lines reads the prompts from the standard input.") }
  }

  func run() async throws {
    let interrupt = Interrupt.endingProgram()
    defer { withExtendedLifetime(interrupt) {} }
    let write = try TextWriter(folder, options, beams)
    if batch > 1, write.search != nil { throw Self.batchIsForLines }
    let prompts = lines ? try InputTexts.read([]) : [try InputTexts.readOne(prompt)]
    for first in stride(from: 0, to: prompts.count, by: batch) {
      let part = Array(prompts[first..<min(first + batch, prompts.count)])
      let start = ContinuousClock.now
      let texts = try numbered(first, of: prompts.count, write, part) {
        try batch > 1 ? together(write, part) : part.map { try written(write, $0) }
      }
      if folder.json { show(texts, seconds: (ContinuousClock.now - start) / .seconds(1)) }
    }
  }

  private static let batchIsForLines = ValidationError(
    "--batch is for --lines without --beams: it writes several prompts at once.")

  /// Texts that were written in so many seconds, all of them.
  private func show(_ texts: [GeneratedText], seconds: Double) {
    let count = texts.reduce(0) { $0 + $1.tokens.count }
    for text in texts {
      Output.json([
        "prompt": .string(text.prompt), "text": .string(text.text), "end": .string("\(text.endReason)"),
        "tokens": .array(
          text.tokens.map {
            ["id": .integer($0.id), "text": .string($0.text), "probability": .number($0.probability)]
          }),
        "seconds": .number(seconds), "tokens_per_second": .number(Double(count) / max(seconds, 1e-9)),
      ])
    }
  }

  /// Says which of several prompts it is that the model cannot read.
  private func numbered<Result>(
    _ first: Int, of count: Int, _ write: TextWriter, _ prompts: [String], _ work: () throws -> Result
  ) throws -> Result {
    do { return try work() } catch {
      for (number, prompt) in prompts.enumerated() {
        _ = try InputTexts.numbered(first + number, of: count) { try write.pipeline.ids(of: prompt) }
      }
      throw error
    }
  }

  private func together(_ write: TextWriter, _ prompts: [String]) throws -> [GeneratedText] {
    let texts = try write.pipeline(prompts, write.configuration, batchSize: prompts.count)
    if !folder.json { for text in texts { Output.line(text.description) } }
    return texts
  }

  private func written(_ write: TextWriter, _ prompt: String) throws -> GeneratedText {
    if !folder.json { Output.write(prompt) }
    let text = try write(prompt) { if !folder.json { Output.write($0) } }
    if !folder.json { Output.line("") }
    return text
  }
}
