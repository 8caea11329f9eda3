import ArgumentParser
import Displays
import Files
import Pipelines

struct AnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Find the answer to a question in a text.")

  @OptionGroup var folder: FolderOptions

  @Option(help: "The question.")
  var question: String

  @Option(help: "The text with the answer; the standard input without it.")
  var context: String?

  @Option(help: ArgumentHelp("A file with the text.", valueName: "file"))
  var contextFile: String?

  @Option(help: "How many answers are shown.")
  var top = 1

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top is \(top). It should be 1 or more.") }
    if context != nil, contextFile != nil {
      throw ValidationError("The context is either --context or --context-file.")
    }
  }

  func run() async throws {
    let answer = try pipeline(.questionAnswering, model: folder.model, report: folder.report)
    let context = try contextFile.map { try WholeFile.text($0, limit: 64_000_000) } ?? InputTexts.readOne(context)
    let answers = try answer.answers(question: question, context: context, count: top)
    if folder.json {
      Output.json([
        "question": .string(question),
        "answers": .array(
          answers.map {
            [
              "text": .string($0.text), "probability": .number($0.probability),
              "start": .integer($0.place.lowerBound), "end": .integer($0.place.upperBound),
            ]
          }),
      ])
    } else {
      for found in answers { Output.line("\(Output.fixed(found.probability, 4))\t\(found.text)") }
    }
  }
}
