import ArgumentParser
import LanguageModels

/// Which model, and how the answer is printed.
struct FolderOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder of the model.", valueName: "folder"))
  var model: String

  @Flag(help: "Print JSON.")
  var json = false

  /// Says on the standard error what a checkpoint lacks or has too much.
  func report(_ report: LoadingReport) {
    if report.isWorthSaying { Output.note(report.description) }
  }
}
