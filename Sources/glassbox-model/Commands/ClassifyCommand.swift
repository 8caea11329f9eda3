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
    try InputTexts.inParts(texts) {
      try classify($0, isCut: cut)
    } take: {
      for (text, found) in $0 { show(text, found) }
    }
  }

  private func show(_ text: String, _ found: Classification) {
    guard folder.json else {
      Output.line("\(found.label)\t\(Output.fixed(found.probability, 4))\t\(text)")
      return
    }
    let scores = found.scores.map { ($0.label, JSON.number($0.probability)) }
    Output.json([
      "text": .string(text), "label": .string(found.label),
      "scores": .object(Dictionary(scores) { first, _ in first }),
    ])
  }
}
