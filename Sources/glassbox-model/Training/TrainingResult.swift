import ArgumentParser
import Displays
import Training

/// How a training has ended.
struct TrainingResult {
  let folder: String
  let end: TrainingEnd
  let steps: Int
  let plannedSteps: Int
  /// The mean of the last steps.
  let loss: Double?
  let validationLoss: Double?
  let seconds: Double

  /// Prints the result, and ends as a shell expects after Ctrl-C.
  func finish(json: Bool, parameters: Int, more: [String: JSON] = [:]) throws {
    if json {
      var members: [String: JSON] = [
        "folder": .string(folder), "end": .string("\(end)"), "steps": .integer(steps),
        "planned_steps": .integer(plannedSteps), "loss": loss.map { .number($0) } ?? nil,
        "validation_loss": validationLoss.map { .number($0) } ?? nil, "seconds": .number(seconds),
        "parameters": .integer(parameters),
      ]
      members.merge(more) { $1 }
      Output.json(.object(members))
    } else {
      var words = "\(steps) steps in \(Output.fixed(seconds, 1)) s"
      if let loss { words += ", loss \(Output.fixed(loss, 3))" }
      if let validationLoss { words += ", on held-out texts \(Output.fixed(validationLoss, 3))" }
      Output.line("\(words). The model is in \(folder).")
      for (name, value) in more.sorted(by: { $0.key < $1.key }) { Output.line("\(name): \(value.text)") }
    }
    if end == .stopped {
      Output.note("Stopped at step \(steps) of \(plannedSteps). The same command with --resume goes on.")
      throw ExitCode(130)
    }
  }
}
