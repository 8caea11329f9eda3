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
    discussion: "The text appears as it is written. Without --temperature the likeliest token is taken each time.")

  @OptionGroup var folder: FolderOptions
  @OptionGroup var options: GenerationOptions

  @Argument(help: "What to go on from; the standard input without it.")
  var prompt: String?

  @Option(help: "How many texts are followed at once for the likeliest whole.")
  var beams = 1

  @Flag(help: "Read each line of the standard input as a prompt of its own.")
  var lines = false

  @Option(help: "How many lines are written at once; more are faster, and none appears before all are done.")
  var batch = 1

  func validate() throws {
    guard beams >= 1 else { throw ValidationError("--beams is \(beams). It should be 1 or more.") }
    if beams > 1, options.temperature != nil {
      throw ValidationError("--beams looks for the likeliest text, and --temperature for a random one. Choose one.")
    }
    guard batch >= 1 else { throw ValidationError("--batch is \(batch). It should be 1 or more.") }
    if batch > 1, !lines || beams > 1 {
      throw ValidationError("--batch is for --lines without --beams: it writes several prompts at once.")
    }
    if lines, prompt != nil { throw ValidationError("--lines reads the prompts from the standard input.") }
  }

  func run() async throws {
    let interrupt = Interrupt.endingProgram()
    defer { withExtendedLifetime(interrupt) {} }
    let write = try pipeline(.textGeneration, model: folder.model, report: folder.report)
    if options.int8 { write.model.quantizeWeights() }
    let prompts = lines ? try InputTexts.read([]) : [try InputTexts.readOne(prompt)]
    for first in stride(from: 0, to: prompts.count, by: batch) {
      let part = Array(prompts[first..<min(first + batch, prompts.count)])
      let start = ContinuousClock.now
      let texts =
        batch > 1
        ? try together(write, part)
        : try part.map { beams > 1 ? try searched(write, $0) : try written(write, $0) }
      if folder.json { show(texts, seconds: (ContinuousClock.now - start) / .seconds(1)) }
    }
  }

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

  private func together(_ write: TextGenerationPipeline, _ prompts: [String]) throws -> [GeneratedText] {
    let texts = try write(prompts, options.configuration, batchSize: prompts.count)
    if !folder.json { for text in texts { Output.line(text.description) } }
    return texts
  }

  private func written(_ write: TextGenerationPipeline, _ prompt: String) throws -> GeneratedText {
    if !folder.json { Output.write(prompt) }
    let text = try write(prompt, options.configuration) { if !folder.json { Output.write($0) } }
    if !folder.json { Output.line("") }
    return text
  }

  private func searched(_ write: TextGenerationPipeline, _ prompt: String) throws -> GeneratedText {
    let ids = try write.ids(of: prompt)
    if let limit = write.model.contextLength, ids.count + options.maximumNewTokens - 1 > limit {
      throw ValidationError(
        "The prompt has \(ids.count) tokens and --max-tokens is \(options.maximumNewTokens); a search by beams has room "
          + "for \(limit) in all.")
    }
    let search = BeamSearch(
      beams: beams, maximumNewTokens: options.maximumNewTokens, stopTokens: write.endTokens)
    guard let best = search.texts(write.model, after: ids).first else {
      throw ValidationError("The search has found no text.")
    }
    let isEnded = best.ids.last.map(write.endTokens.contains) ?? false
    let kept = isEnded ? Array(best.ids.dropLast()) : best.ids
    let tokens = zip(kept, best.logProbabilities).map { id, logProbability in
      GeneratedText.Token(
        id: id, text: write.tokenizer.token(for: id) ?? "", probability: exp(logProbability))
    }
    let text = GeneratedText(
      prompt: prompt, text: write.tokenizer.text(of: kept), tokens: tokens, endReason: isEnded ? .stopToken : .length)
    if !folder.json { Output.line(text.description) }
    return text
  }
}
