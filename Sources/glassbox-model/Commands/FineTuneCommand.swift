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
      answer:   finds answers; a line of --data is {"question": …, "context": …, "answer": …}, with "answer_start" if the \
      answer stands there more than once, or with "answers" as SQuAD has them.

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

  @Option(
    help: "How often all examples or texts are seen, in place of --steps or --minutes; 3 if nothing says how long.")
  var epochs: Int?

  @Flag(help: "Train the head only.")
  var frozen = false

  @Option(
    help: ArgumentHelp(
      "Train small additions of this rank to the attention, and merge them at the end.", valueName: "rank"))
  var lora: Int?

  @Flag(help: "Go on from the last checkpoint in the output folder.")
  var resume = false

  func validate() throws {
    try TaskFlag.check(
      [
        TaskFlag("--text", !texts.text.isEmpty, for: .text), TaskFlag("--corpus", texts.corpus != nil, for: .text),
        TaskFlag("--validation-share", texts.validationShare != nil, for: .text, .classify),
        TaskFlag("--patience", length.patience != nil, for: .text),
        TaskFlag("--data", data != nil, for: .chat, .classify, .answer),
        // A model that writes has no head of its own.
        TaskFlag("--frozen", frozen, for: .classify, .answer),
      ], task: task)
    if task != .text, data == nil { throw ValidationError("--task \(task.rawValue) needs examples: --data FILE.") }
    if frozen, lora != nil { throw ValidationError("--frozen trains the head only, --lora additions. Choose one.") }
    if let lora, !(1...4_096 ~= lora) { throw ValidationError("--lora is \(lora). It should be from 1 to 4,096.") }
    guard let epochs else { return }
    guard 1...1_000_000 ~= epochs else {
      throw ValidationError("--epochs is \(epochs). It should be from 1 to 1,000,000.")
    }
    if length.steps != nil || length.minutes != nil {
      throw ValidationError("How long is one of --epochs, --steps and --minutes.")
    }
  }

  func run() async throws {
    guard !WholeFile.exists("\(output)/config.json") || resume else {
      throw ValidationError("There is a model in \(output). Name another folder, or go on with --resume.")
    }
    try resume ? TrainingPlan.checkBegun(in: output) : TrainingPlan.checkNotBegun(in: output)
    RandomSource.current.reseed(length.seed)
    let tuning = FineTuning(
      source: folder.model, output: output, length: length, epochs: epochs, isFrozen: frozen, rank: lora,
      resumes: resume, settings: settings, report: folder.report)
    let (result, parameters, more): (TrainingResult, Int, [String: JSON]) =
      switch task {
      case .text: try tuning.texts(texts.read())
      case .chat: try tuning.chat(data ?? "")
      case .classify: try tuning.classify(data ?? "", validationShare: texts.heldShare)
      case .answer: try tuning.answer(data ?? "")
      }
    try result.finish(json: folder.json, parameters: parameters, more: more)
  }

  /// What whoever goes on must give again.
  private var settings: [TrainingSetting] {
    let share = task == .text || task == .classify ? "\(texts.heldShare)" : nil
    return [
      TrainingSetting("--task", task.rawValue), TrainingSetting("--lora", lora.map { "\($0)" }),
      TrainingSetting("--frozen", isGiven: frozen), TrainingSetting("--validation-share", share),
    ]
  }
}
