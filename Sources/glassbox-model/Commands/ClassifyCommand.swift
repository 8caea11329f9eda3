import ArgumentParser
import Displays
import Pipelines

struct ClassifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Say which class a text belongs to.")

  @OptionGroup var folder: FolderOptions

  @Argument(help: "The texts; lines of the standard input without any.")
  var texts: [String] = []

  @Flag(help: "Cut texts that are too long; they are refused unless told so.")
  var cut = false

  func run() async throws {
    let classify = try pipeline(.textClassification, model: folder.model, report: folder.report)
    let texts = try InputTexts.read(texts)
    for (text, found) in zip(texts, try classify(texts, isCut: cut)) {
      if folder.json {
        let scores = found.scores.map { ($0.label, JSON.number($0.probability)) }
        Output.json([
          "text": .string(text), "label": .string(found.label),
          "scores": .object(Dictionary(scores) { first, _ in first }),
        ])
      } else {
        Output.line("\(found.label)\t\(Output.fixed(found.probability, 4))\t\(text)")
      }
    }
  }
}
