import ArgumentParser
import Displays
import NeuralNetworks

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure how good a model is.",
    discussion: """
      perplexity: how well it foresees a text (--text FILE).
      classify:   accuracy and F1; a line of --data is {"text": …, "label": …}, or text, tab, label in a .tsv.
      answer:     exact matches and F1; a line of --data is {"question": …, "context": …, "answer": …}, or with "answers" as \
      SQuAD has them.
      generate:   BLEU, chrF and ROUGE of what it writes; a line of --data is {"prompt": …, "reference": …}.
      """)

  enum Task: String, CaseIterable, ExpressibleByArgument { case perplexity, classify, answer, generate }

  @OptionGroup var folder: FolderOptions

  @Option(help: "perplexity, classify, answer or generate.")
  var task: Task

  @Option(help: ArgumentHelp("A file of text, for perplexity.", valueName: "file"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "A file with an example on each line, .jsonl or .tsv, for the others.", valueName: "file"))
  var data: String?

  @Option(help: "How far the window moves over a text, for perplexity; by itself unless told otherwise.")
  var stride: Int?

  @OptionGroup(title: "For generate; --int8 also for perplexity") var options: GenerationOptions
  @OptionGroup(title: "For generate") var beams: BeamOptions

  func validate() throws {
    let flags: [TaskFlag<Task>] = [
      TaskFlag("--text", text != nil, for: .perplexity), TaskFlag("--stride", stride != nil, for: .perplexity),
      TaskFlag("--data", data != nil, for: .classify, .answer, .generate),
      TaskFlag("--int8", options.int8, for: .perplexity, .generate),
    ]
    try TaskFlag.check(
      flags + (options.given + beams.given).map { TaskFlag($0, true, for: .generate) }, task: task)
    if task == .perplexity, text == nil { throw ValidationError("--task perplexity needs a text: --text FILE.") }
    if task != .perplexity, data == nil {
      throw ValidationError("--task \(task.rawValue) needs examples: --data FILE.")
    }
    try beams.check(against: options)
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

  func show(_ words: String, _ json: JSON) throws { folder.json ? Output.json(json) : Output.line(words) }
}
