import JupyterKernel
import Synchronization

/// A language that writes down what it is asked, and lets a test decide when a cell ends.
final class RecordingLanguage: Language {
  enum Event: Equatable {
    case began(String)
    case prepared(String)
  }

  private let events = Mutex<[Event]>([])
  private let (arrivals, arrival) = AsyncStream.makeStream(of: Event.self)
  private let (endings, ending) = AsyncStream.makeStream(of: ExecutionResult.self)

  let information = LanguageInformation(
    name: "test", version: "1", mimetype: "text/plain", fileExtension: ".t", implementation: "test",
    implementationVersion: "1", banner: "")

  var log: [Event] { events.withLock { $0 } }

  func execute(_ execution: Execution) async -> ExecutionResult {
    note(.began(execution.code))
    for await result in endings { return result }
    return ExecutionResult(.aborted)
  }

  func prepare(_ code: String) async {
    note(.prepared(code))
  }

  /// Lets the cell that runs end.
  func endCell(_ outcome: ExecutionResult.Outcome = .success) {
    ending.yield(ExecutionResult(outcome))
  }

  /// Waits for something to happen.
  func wait(for event: Event) async {
    for await arrived in arrivals where arrived == event { return }
  }

  private func note(_ event: Event) {
    events.withLock { $0.append(event) }
    arrival.yield(event)
  }
}
