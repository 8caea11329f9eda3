import ArgumentParser
import Displays
import Evaluation
import LanguageModels
import NeuralNetworks
import Tokenizers

struct InfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show what a model is, how large it is and what it costs.")

  @OptionGroup var folder: FolderOptions

  @Flag(help: "Show all layers with their parameters.")
  var layers = false

  func run() async throws {
    let facts = try ModelFacts(folder: folder.model)
    let loaded = try LoadedModel(folder: folder.model, facts, report: folder.report)
    let module = loaded.module
    let (vocabularySize, tokenizerMistake) = tokenizer()
    var rows: [(name: String, json: JSON, text: String)] = [
      ("family", .string(facts.family), facts.family),
      ("architecture", facts.architecture.map { .string($0) } ?? nil, facts.architecture ?? "not named"),
      ("parameters", .integer(module.parameterCount), Output.grouped(module.parameterCount)),
    ]
    for (name, size) in loaded.sizes { rows.append((name, .integer(size), Output.grouped(size))) }
    rows.append(("weight_bytes", .integer(4 * module.parameterCount), "\(ByteCount(4 * module.parameterCount))"))
    if let estimate = loaded.estimate {
      let cache = estimate.cacheBytes(tokens: 1)
      let operations = estimate.forwardOperations(context: 1)
      rows.append(("cache_bytes_per_token", .integer(cache), "\(ByteCount(cache))"))
      rows.append(("operations_per_token", .integer(operations), Output.grouped(operations)))
    }
    rows.append(
      (
        "tokenizer_vocabulary", vocabularySize.map { .integer($0) } ?? nil,
        vocabularySize.map(Output.grouped) ?? (tokenizerMistake == nil ? "no tokenizer" : "not to be read")
      ))
    if let tokenizerMistake { rows.append(("tokenizer_error", .string(tokenizerMistake), tokenizerMistake)) }
    if folder.json {
      var members = Dictionary(rows.map { ($0.name, $0.json) }) { first, _ in first }
      if layers {
        members["layers_by_name"] = .object(
          Dictionary(module.namedParameters.map { ($0.0, .array($0.1.shape.map { .integer($0) })) }) { first, _ in first
          }
        )
      }
      Output.json(.object(members))
      return
    }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let name = row.name.replacing("_", with: " ")
      Output.line(name + String(repeating: " ", count: width - name.count + 2) + row.text)
    }
    if layers { Output.line("\n\(module.description)") }
  }

  /// How many tokens the folder's tokenizer has, or why it cannot be read; neither if there is none.
  private func tokenizer() -> (vocabularySize: Int?, mistake: String?) {
    do { return (try AutoTokenizer.load(from: folder.model).vocabularySize, nil) } catch {
      if let error = error as? TokenizerFileError, case .nothingFound = error.problem { return (nil, nil) }
      return (nil, "\(error)")
    }
  }
}
