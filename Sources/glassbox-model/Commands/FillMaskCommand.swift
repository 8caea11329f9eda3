import ArgumentParser
import Displays
import Pipelines

struct FillMaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill-mask", abstract: "Fill the gaps in a text.")

  @OptionGroup var folder: FolderOptions

  @Argument(help: "The texts, with [MASK] for a gap; lines of the standard input without any.")
  var texts: [String] = []

  @Option(help: "How many tokens are shown for a gap.")
  var top = 5

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top is \(top). It should be 1 or more.") }
  }

  func run() async throws {
    let fill = try pipeline(.fillMask, model: folder.model, report: folder.report)
    let texts = try InputTexts.read(texts)
    try InputTexts.inParts(texts) {
      try fill($0, top: top)
    } take: {
      for (text, gaps) in $0 { show(text, gaps) }
    }
  }

  private func show(_ text: String, _ gaps: [FilledGap]) {
    guard folder.json else {
      for choice in gaps.flatMap(\.choices) {
        Output.line("\(Output.fixed(choice.probability, 4))\t\(choice.token)\t\(choice.text)")
      }
      return
    }
    let choices = gaps.map { gap -> JSON in
      .array(
        gap.choices.map {
          [
            "id": .integer($0.id), "token": .string($0.token), "probability": .number($0.probability),
            "text": .string($0.text),
          ]
        })
    }
    Output.json(["text": .string(text), "gaps": .array(choices)])
  }
}
