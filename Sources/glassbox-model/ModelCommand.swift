import ArgumentParser

@main
struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glassbox model",
    abstract: "Use, look into, train and measure the models of a folder.",
    discussion: """
      A folder holds config.json, model.safetensors and tokenizer.json, as the field keeps models. With --json a command \
      prints one JSON value, or one for each line of input. What is said on the way goes to the standard error.
      """,
    subcommands: [
      InfoCommand.self, GenerateCommand.self, ChatCommand.self, EmbedCommand.self, ClassifyCommand.self,
      AnswerCommand.self, FillMaskCommand.self, LogitsCommand.self, TokenizeCommand.self, TrainCommand.self,
      FineTuneCommand.self, EvaluateCommand.self,
    ])
}
