import ArgumentParser
import Displays
import Training

/// How a training has ended.
struct TrainingResult {
  let folder: String
  let end: TrainingEnd
  let steps: Int
  let plannedSteps: Int
  /// After how many steps the model was as it is kept, if it was evaluated: the best.
  let bestStep: Int?
  /// The mean of the last steps.
  let loss: Double?
  let validationLoss: Double?
  let seconds: Double

  /// Which of all models was kept, and how good it is.
  private var kept: String {
    let held = validationLoss.map { "loss \(Output.fixed($0, 3)) on held-out texts" }
    return switch (bestStep, held) {
    case (let step?, let held?) where step < steps: ", as it was after step \(step), the best: \(held)"
    case (_, let held?): ": \(held)"
    default: ""
    }
  }

  /// Prints the result, and ends as a shell expects after Ctrl-C.
  func finish(json: Bool, parameters: Int, more: [String: JSON] = [:]) throws {
    if json {
      var members: [String: JSON] = [
        "folder": .string(folder), "end": .string("\(end)"), "steps": .integer(steps),
        "planned_steps": .integer(plannedSteps), "best_step": bestStep.map { .integer($0) } ?? nil,
        "loss": loss.map { .number($0) } ?? nil,
        "validation_loss": validationLoss.map { .number($0) } ?? nil, "seconds": .number(seconds),
        "parameters": .integer(parameters),
      ]
      members.merge(more) { $1 }
      Output.json(.object(members))
    } else {
      var words = "\(steps)\(end == .noProgress ? " of \(plannedSteps)" : "") steps in \(Output.fixed(seconds, 1)) s"
      if let loss { words += ", loss \(Output.fixed(loss, 3))" }
      if end == .noProgress { words += "; then nothing became better" }
      Output.line("\(words). The model is in \(folder)\(kept).")
      for (name, value) in more.sorted(by: { $0.key < $1.key }) { Output.line("\(name): \(value.text)") }
    }
    if end == .stopped {
      Output.note("Stopped at step \(steps) of \(plannedSteps). The same command with --resume goes on.")
      throw ExitCode(130)
    }
  }
}
