import Displays
import Foundation
import Training

/// Tells on the standard error how far a training is: a line that is written anew on a terminal, one every few seconds in a
/// log.
final class TrainingReport {
  private let plannedSteps: () -> Int
  private let tokensPerStep: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var first: Int?
  private var validation = ""
  private let isTerminal = isatty(2) == 1

  /// - Parameter plannedSteps: How many steps the training has, as it is planned now.
  init(tokensPerStep: Int, plannedSteps: @escaping () -> Int) {
    (self.plannedSteps, self.tokensPerStep) = (plannedSteps, tokensPerStep)
  }

  func take(_ record: TrainingRecord) {
    switch record {
    case .evaluation(_, let loss): validation = String(format: ", validation %.3f", loss)
    case .step(let number, let loss, _, _, _):
      let steps = plannedSteps()
      let begin = first ?? number - 1
      first = begin
      let now = ContinuousClock.now
      let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(5)
      if let last, now - last < pause, number < steps { return }
      last = now
      let seconds = (now - start) / .seconds(1)
      let rate = Double(number - begin) / max(seconds, 1e-9)
      let left = Double(steps - number) / max(rate, 1e-9)
      let text = String(
        format: "step %d of %d, loss %.3f%@, %.0f tokens/s, %@ left", number, steps, loss, validation,
        rate * Double(tokensPerStep), TrainingReport.time(left))
      if isTerminal {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)\(number == steps ? "\n" : "")".utf8))
      } else {
        Output.note(text)
      }
    }
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    return seconds >= 60 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds) s"
  }
}
