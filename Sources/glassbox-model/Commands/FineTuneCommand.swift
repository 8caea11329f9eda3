import ArgumentParser
import Displays
import Files
import LanguageModels
import NeuralNetworks
import Randomness
import Tokenizers

struct FineTuneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finetune", abstract: "Teach a model that is there something more.",
    discussion: """
      text:     goes on from texts (--text, --corpus).
      chat:     answers; a line of --data is {"messages": [{"role": "user", "content": …}, …]}, {"prompt": …, "answer": …} or \
      {"instruction": …, "input": …, "output": …}. Only answers are learned.
      classify: says what texts are about; a line of --data is {"text": …, "label": …}, or text, tab, label in a .tsv.
      answer:   finds answers; a line of --data is {"question": …, "context": …, "answer": …}.

      The model stays as it is; the new one is written to --output.
      """)

  enum Task: String, CaseIterable, ExpressibleByArgument { case text, chat, classify, answer }

  @OptionGroup var folder: FolderOptions

  @Option(help: "text, chat, classify or answer.")
  var task: Task

  @Option(help: ArgumentHelp("The folder that the new model is written to.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("A file with an example on each line: .jsonl or .tsv.", valueName: "file"))
  var data: String?

  @OptionGroup var texts: TextOptions
  @OptionGroup var length: TrainingLengthOptions

  @Option(help: "How often all examples are seen, if neither --steps nor --minutes says how long.")
  var epochs = 3

  @Flag(help: "Train the head only.")
  var frozen = false

  @Option(
    help: ArgumentHelp(
      "Train small additions of this rank to the attention, and merge them at the end.", valueName: "rank"))
  var lora: Int?

  @Flag(help: "Go on from the last checkpoint in the output folder.")
  var resume = false

  func validate() throws {
    if task == .text, data != nil { throw ValidationError("--task text learns from --text or --corpus, not --data.") }
    if task != .text, data == nil { throw ValidationError("--task \(task.rawValue) needs examples: --data FILE.") }
    if frozen, lora != nil { throw ValidationError("--frozen trains the head only, --lora additions. Choose one.") }
    if frozen, task == .text || task == .chat {
      throw ValidationError("--frozen is for classify and answer: a model that writes has no head of its own.")
    }
    guard epochs >= 1 else { throw ValidationError("--epochs is \(epochs). It should be 1 or more.") }
  }

  func run() async throws {
    guard !WholeFile.exists("\(output)/config.json") || resume else {
      throw ValidationError("There is a model in \(output). Name another folder, or go on with --resume.")
    }
    if resume { try TrainingPlan.checkBegun(in: output) }
    RandomSource.current.reseed(length.seed)
    let tuning = FineTuning(
      source: folder.model, output: output, length: length, epochs: epochs, isFrozen: frozen, rank: lora,
      resumes: resume, report: folder.report)
    let (result, parameters, more): (TrainingResult, Int, [String: JSON]) =
      switch task {
      case .text: try tuning.texts(texts.read())
      case .chat: try tuning.chat(data ?? "")
      case .classify: try tuning.classify(data ?? "", validationShare: texts.validationShare)
      case .answer: try tuning.answer(data ?? "")
      }
    try result.finish(json: folder.json, parameters: parameters, more: more)
  }
}
