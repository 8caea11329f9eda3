import ArgumentParser
import Displays
import Evaluation
import Files
import LanguageModels
import NeuralNetworks
import Pipelines
import Tensors
import TextGeneration

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure how good a model is.",
    discussion: """
      perplexity: how well it foresees a text (--text FILE).
      classify:   accuracy and F1; a line of --data is {"text": …, "label": …}, or text, tab, label in a .tsv.
      answer:     exact matches and F1; a line of --data is {"question": …, "context": …, "answer": …}.
      generate:   BLEU, chrF and ROUGE of what it writes; a line of --data is {"prompt": …, "reference": …}.
      """)

  enum Task: String, CaseIterable, ExpressibleByArgument { case perplexity, classify, answer, generate }

  @OptionGroup var folder: FolderOptions

  @Option(help: "perplexity, classify, answer or generate.")
  var task: Task

  @Option(help: ArgumentHelp("A file of text.", valueName: "file"))
  var text: String?

  @Option(help: ArgumentHelp("A file with an example on each line: .jsonl or .tsv.", valueName: "file"))
  var data: String?

  @Option(help: "How far the window moves over a text; by itself unless told otherwise.")
  var stride: Int?

  @OptionGroup var options: GenerationOptions

  func validate() throws {
    if task == .perplexity, text == nil { throw ValidationError("--task perplexity needs a text: --text FILE.") }
    if task != .perplexity, data == nil {
      throw ValidationError("--task \(task.rawValue) needs examples: --data FILE.")
    }
  }

  func run() async throws {
    let interrupt = Interrupt.endingProgram()
    defer { withExtendedLifetime(interrupt) {} }
    switch task {
    case .perplexity: try perplexity(text ?? "")
    case .classify: try classify(data ?? "")
    case .answer: try answer(data ?? "")
    case .generate: try generate(data ?? "")
    }
  }

  private func perplexity(_ path: String) throws {
    let write = try pipeline(.textGeneration, model: folder.model, report: folder.report)
    try options.quantize(write.model)
    let text = try WholeFile.text(path, limit: 64_000_000)
    let ids = write.tokenizer.encode(text, addingSpecialTokens: true).ids
    guard ids.count >= 2 else { throw ValidationError("\(path) has \(ids.count) tokens. There should be two or more.") }
    let window = min(write.model.contextLength ?? 1024, 1024)
    if let stride, !(1...window ~= stride) {
      throw ValidationError("--stride is \(stride). It should be from 1 to \(window), what the model looks at.")
    }
    let found = write.model.likelihood(of: ids, stride: stride)
    if !found.meanNats.isFinite {
      throw write.model.nonFiniteNumber(in: "the model") {
        write.model.logits(Tensor(indices: Array(ids.prefix(window))).unsqueezed(0), cache: nil)
      }
    }
    try show(
      "perplexity \(Output.fixed(found.perplexity, 4)), \(Output.fixed(found.meanNats, 4)) nats per token, "
        + "\(Output.fixed(found.bitsPerByte(of: text), 4)) bits per byte, \(found.tokens) tokens",
      [
        "perplexity": .number(found.perplexity), "nats_per_token": .number(found.meanNats),
        "bits_per_byte": .number(found.bitsPerByte(of: text)), "tokens": .integer(found.tokens),
      ])
  }

  private func classify(_ path: String) throws {
    let classify = try pipeline(.textClassification, model: folder.model, report: folder.report)
    let examples = try ExampleFile(path, fields: ["text", "label"]).examples
    let labels = try examples.map { example in
      let (label, known) = (try example.label("label"), classify.model.labels)
      if known.contains(label) { return label }
      // A number is that of the class, as data sets of the field have it.
      guard case .integer(let number) = example.members["label"], known.indices ~= number else {
        throw example.mistake("the model has no class \"\(label)\": \(classify.model.labels.joined(separator: ", ")).")
      }
      return known[number]
    }
    let found = try classify(examples.map { try $0.text("text") }, isCut: true)
    let matrix = ConfusionMatrix(predicted: found.map(\.label), actual: labels, labels: classify.model.labels)
    let macro = matrix.average(.macro)
    try show(
      matrix.description,
      [
        "accuracy": .number(matrix.accuracy), "macro_f1": .number(macro.f1), "examples": .integer(matrix.total),
        "labels": .array(matrix.labels.map { .string($0) }),
        "confusion": .array(matrix.counts.map { .array($0.map { .integer($0) }) }),
      ])
  }

  private func answer(_ path: String) throws {
    let answer = try pipeline(.questionAnswering, model: folder.model, report: folder.report)
    let examples = try ExampleFile(path, fields: ["question", "context", "answer"]).examples
    let scores = try examples.map { example in
      let references = try example.members["answers"]?.arrayValue?.compactMap(\.stringValue) ?? [example.text("answer")]
      guard !references.isEmpty else { throw example.mistake("\"answers\" is empty.") }
      let found = try answer(question: example.text("question"), context: example.text("context"))
      return AnswerScore(found.text, references: references)
    }
    let count = Double(scores.count)
    let (exact, f1) = (Double(scores.count(where: \.isExact)) / count, scores.reduce(0) { $0 + $1.f1 } / count)
    try show(
      "exact \(Output.fixed(exact, 4)), F1 \(Output.fixed(f1, 4)), \(scores.count) questions",
      ["exact_match": .number(exact), "f1": .number(f1), "examples": .integer(scores.count)])
  }

  private func generate(_ path: String) throws {
    let write = try pipeline(.textGeneration, model: folder.model, report: folder.report)
    try options.quantize(write.model)
    let examples = try ExampleFile(path, fields: ["prompt", "reference"]).examples
    let references = try examples.map { try $0.text("reference", "answer") }
    let writing = try options.configuration(GenerationDefaults(folder: folder.model))
    let written = try examples.map { try write($0.text("prompt"), writing).text }
    let bleu = BLEU().score(written, references: references.map { [$0] })
    let chrF = ChrF().score(written, references: references.map { [$0] })
    let scores = zip(written, references).map { ROUGE().score($0, references: [$1]) }
    func mean(_ kind: KeyPath<ROUGEScores, PrecisionAndRecall>) -> Double {
      scores.reduce(0) { $0 + $1[keyPath: kind].f1 } / Double(scores.count)
    }
    let rouge = [("1", mean(\.unigrams)), ("2", mean(\.bigrams)), ("L", mean(\.longestSeries))]
    try show(
      "BLEU \(Output.fixed(bleu.value, 2)), chrF \(Output.fixed(chrF, 2)), "
        + rouge.map { "ROUGE-\($0) \(Output.fixed($1, 4)), " }.joined() + "\(written.count) texts",
      [
        "bleu": .number(bleu.value), "chrf": .number(chrF), "rouge_1": .number(rouge[0].1),
        "rouge_2": .number(rouge[1].1), "rouge_l": .number(rouge[2].1), "examples": .integer(written.count),
      ])
  }

  private func show(_ words: String, _ json: JSON) throws { folder.json ? Output.json(json) : Output.line(words) }
}
