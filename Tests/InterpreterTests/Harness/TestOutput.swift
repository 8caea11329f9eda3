import Foundation
import Interpreter
import Synchronization
import WorkerProtocol

/// Collects everything that a cell brings forth, in the order in which it comes.
final class TestOutput: CellOutput {
  enum Event: Sendable, Equatable {
    case text(String, WorkerProtocol.OutputStream)
    case display(String)
    case notice(Notice)
    case page(String)
    case nextInput(String, replaces: Bool)
    case question(String, isPassword: Bool)
  }

  private struct State {
    var events: [Event] = []
    var replies: [InputReply]
  }

  private let state: Mutex<State>
  private let isSilent: Bool

  /// - Parameters:
  ///   - replies: What the person answers to `readLine()`, one after the other; then the input ends.
  ///   - isSilent: Whether the person never answers.
  init(replies: [InputReply] = [], isSilent: Bool = false) {
    state = Mutex(State(replies: replies))
    self.isSilent = isSilent
  }

  var events: [Event] { state.withLock { $0.events } }

  private func add(_ event: Event) {
    state.withLock { $0.events.append(event) }
  }

  func write(_ text: String, to stream: WorkerProtocol.OutputStream) { add(.text(text, stream)) }
  func display(_ message: String) { add(.display(message)) }
  func notice(_ notice: Notice) { add(.notice(notice)) }
  func page(_ text: String) { add(.page(text)) }
  func setNextInput(_ text: String, replace: Bool) { add(.nextInput(text, replaces: replace)) }

  func readLine(prompt: String, isPassword: Bool) async -> InputReply? {
    add(.question(prompt, isPassword: isPassword))
    if isSilent { try? await Task.sleep(for: .seconds(3600)) }
    return state.withLock { state in
      state.replies.isEmpty ? .endOfFile : state.replies.removeFirst()
    }
  }

  /// Waits until what was written to standard output contains a text.
  func waitForOutput(_ text: String) async throws {
    try await wait(for: "output \(text)") { output(.standardOutput).contains(text) }
  }

  func waitForQuestion() async throws {
    try await wait(for: "a question") { events.contains { if case .question = $0 { true } else { false } } }
  }

  private func wait(for what: String, _ isThere: () -> Bool) async throws {
    let deadline = ContinuousClock.now + TestSession.patience
    while !isThere() {
      guard ContinuousClock.now < deadline else { throw TestSession.Hang(description: "no \(what): \(events)") }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  // MARK: Views

  func output(_ stream: WorkerProtocol.OutputStream) -> String {
    events.reduce(into: "") { text, event in
      if case .text(let piece, stream) = event { text += piece }
    }
  }

  var notices: [Notice] { events.compactMap { if case .notice(let notice) = $0 { notice } else { nil } } }

  var pages: [String] { events.compactMap { if case .page(let text) = $0 { text } else { nil } } }

  var displays: [[String: any Sendable]] {
    events.compactMap { event in
      guard case .display(let message) = event,
        let object = try? JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: any Sendable]
      else { return nil }
      return object
    }
  }

  /// The plain text of the cell's value.
  var result: String? {
    displays.last { $0["kind"] as? String == "result" }.flatMap { display in
      (display["data"] as? [String: any Sendable])?["text/plain"] as? String
    }
  }
}
