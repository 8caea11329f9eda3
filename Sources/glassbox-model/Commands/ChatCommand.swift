import ArgumentParser
import Displays
import Foundation
import LanguageModels
import NeuralNetworks
import Pipelines
import TextGeneration
import Tokenizers

struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk with a model that was taught to.",
    discussion: """
      The conversation is written by the chat template in the model's folder. Without one, the tokenizer must have the \
      marks for who speaks; `glassbox model train` puts them there, and `glassbox model finetune --task chat` teaches a \
      model to answer. Ctrl-D ends the conversation. With --json each line \
      of the standard input is answered by a line of JSON. A line that the tokenizer has no tokens for is left out of the \
      conversation, which goes on; with --json its answer has an "error".
      """)

  @OptionGroup var folder: FolderOptions
  @OptionGroup var options: GenerationOptions

  @Option(help: "How the model is to behave.")
  var system: String?

  @Option(help: "How many tokens it reads and writes in one turn.")
  var budget: Int?

  func validate() throws {
    if let budget, budget < 8 { throw ValidationError("--budget is \(budget). It should be 8 or more.") }
  }

  func run() async throws {
    let interrupt = Interrupt.endingProgram()
    defer { withExtendedLifetime(interrupt) {} }
    let defaults = try GenerationDefaults(folder: folder.model)
    if let beams = defaults.beams, beams > 1, options.temperature == nil {
      throw ValidationError(
        "generation_config.json asks for num_beams \(beams), a search that has no word before it has all, and a chat shows "
          + "each as it comes. Say --temperature 0 for the likeliest token each time, or --temperature 0.7 for chance.")
    }
    var configuration = try options.configuration(defaults)
    let write = try pipeline(.textGeneration, model: folder.model, report: folder.report)
    try write.tokenizer.check(vocabularySize: write.model.vocabularySize, usesMarks: true)
    try options.quantize(write.model)
    configuration.stopTokens = write.endTokens
    let chat = ChatSession(
      write.model, write.tokenizer, try ChatTemplate(write.tokenizer), system: system, budget: budget,
      configuration: configuration)
    let isTerminal = isatty(0) == 1 && !folder.json
    if isTerminal { Output.note("Write to the model; Ctrl-D ends.") }
    var (lines, hasRefused) = (InputLines(), false)
    while let line = try next(&lines, isTerminal) {
      if !folder.json, line.allSatisfy(\.isWhitespace) { continue }
      guard let reply = try reply(to: line, in: chat) else {
        hasRefused = true
        continue
      }
      if folder.json {
        Output.json([
          "user": .string(line), "assistant": .string(reply), "remembered_turns": .integer(chat.remembered.count),
        ])
      } else {
        Output.line("")
      }
    }
    if isTerminal { Output.note("") }
    // Who reads it from a program should not have to look for it.
    if hasRefused, !isTerminal { throw ExitCode.failure }
  }

  /// The answer to a line. There is none if a part of the line has no token: that is told, and the conversation is as it was.
  private func reply(to line: String, in chat: ChatSession) throws -> String? {
    do { return try chat.respond(to: line) { if !folder.json { Output.write($0) } } } catch {
      guard error is TokenizerError else { throw error }
      if folder.json { Output.json(["user": .string(line), "error": .string("\(error)")]) }
      Output.note("\(error)")
      return nil
    }
  }

  private func next(_ lines: inout InputLines, _ isTerminal: Bool) throws -> String? {
    if isTerminal { FileHandle.standardError.write(Data("> ".utf8)) }
    return try lines.next()
  }
}
