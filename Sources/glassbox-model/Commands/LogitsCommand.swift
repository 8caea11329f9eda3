import ArgumentParser
import Displays
import LanguageModels
import NeuralNetworks
import Tensors

struct LogitsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logits", abstract: "Print every number that a model gives for some tokens.",
    discussion: """
      So the kit can be held against any other implementation. What is printed is what the head gives that the folder \
      names: scores of tokens or classes for each position, or beginnings and ends of answers; without a head the features.
      """)

  @OptionGroup var folder: FolderOptions

  @Option(help: ArgumentHelp("The tokens, as 3,1,4.", valueName: "numbers"))
  var ids: String

  @Option(help: ArgumentHelp("Which part of the text each token belongs to, as 0,0,1.", valueName: "numbers"))
  var types: String?

  func run() async throws {
    let model = try LoadedModel(folder: folder.model, try ModelFacts(folder: folder.model), report: folder.report)
    let ids = try InputTexts.ids(ids, name: "--ids", below: model.vocabularySize)
    guard ids.count <= model.contextLength else {
      throw ValidationError("--ids has \(ids.count) tokens, and the model looks at \(model.contextLength) at most.")
    }
    let types = try types.map { try InputTexts.ids($0, name: "--types", below: model.typeCount) }
    if let types, types.count != ids.count {
      throw ValidationError("--types has \(types.count) numbers for \(ids.count) tokens. It should have as many.")
    }
    func compute() -> [(name: String, values: Tensor)] {
      model.outputs(Tensor(indices: ids).unsqueezed(0), types.map { Tensor(indices: $0).unsqueezed(0) })
    }
    let outputs = evaluating(compute)
    try model.module.checkFinite(outputs.map(\.values), "the model") { compute()[0].values }
    if folder.json {
      var members: [String: JSON] = ["ids": .array(ids.map { .integer($0) })]
      for (name, values) in outputs { members[name] = JSON(values[0]) }
      Output.json(.object(members))
      return
    }
    for (name, values) in outputs {
      Output.line("\(name) \(values[0].shape)")
      let rows = values[0].rank == 1 ? values[0].unsqueezed(0) : values[0]
      for row in 0..<rows.shape[0] { Output.line(rows[row].floats.map(\.description).joined(separator: " ")) }
    }
  }
}
