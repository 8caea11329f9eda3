import Course
import Interpreter

/// What there is to say about how a run of checks ended.
struct OutcomeWords {
  /// Whether any check was run.
  var wasRun = true
  var isFinished = false
  var remarks: [String] = []
  /// Of the check that was running at the end.
  var verdictOfRunning = GradeReport.Verdict.stopped
  var details: [String] = []

  init(_ ending: CheckOutcome.Ending, exercise: Exercise) {
    switch ending {
    case .finished: isFinished = true
    case .missing(let names, let reasons):
      wasRun = false
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      remarks =
        reasons.isEmpty
        ? ["\(list) is not there yet. Run the cell of exercise \(exercise.id) that declares it, then check again."]
        : reasons
    case .clash(let names):
      wasRun = false
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      remarks = [
        "The checks use \(list), and your code gives it a meaning of its own or reaches for it. Take that out or rename it; no check was run."
      ]
    case .misfit(let messages):
      wasRun = false
      remarks = ["The checks do not fit what you have declared; no check was run. They want:"]
      remarks += exercise.wantedDeclarations.map { "  " + $0 }
      remarks.append("Compare names, labels and types with yours. The compiler says:")
      for message in messages where !remarks.contains(message) { remarks.append(message) }
    case .failed(let failure):
      details = [failure.report.plain]
      if failure.name == "Exited" {
        remarks = ["The code ended the program in the middle of a check. What is not finished gives no points."]
      }
    case .timedOut(let limit):
      verdictOfRunning = .tooSlow
      details = [
        "still running after \(limit.components.seconds) seconds: a loop without an end, or far too much work?"
      ]
    case .interrupted:
      details = ["interrupted"]
      remarks = ["The checks were interrupted."]
    case .processEnded(let words):
      details = ["the process that runs the code has ended here"]
      remarks = [words]
    case .unable(let reason):
      wasRun = false
      remarks = ["The checks could not be run: \(reason)"]
    }
  }
}
