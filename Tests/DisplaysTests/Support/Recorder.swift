import Displays
import Synchronization

/// Stands in for a notebook, a terminal or a log file, with a clock that is set by hand.
final class Recorder: Sendable {
  private struct State {
    var messages: [JSON] = []
    var comms: [JSON] = []
    var output = ""
    var time = Duration.zero
  }

  private let state = Mutex(State())

  var messages: [JSON] { state.withLock { $0.messages } }
  var comms: [JSON] { state.withLock { $0.comms } }
  var output: String { state.withLock { $0.output } }

  func pass(_ duration: Duration) { state.withLock { $0.time += duration } }

  /// A front end that shows displays and can change them, if it is interactive.
  func notebook(isInteractive: Bool = true) -> Stage {
    Stage(
      showMessage: { message in self.state.withLock { $0.messages.append(message) } },
      sendComm: { message in self.state.withLock { $0.comms.append(message) } },
      write: { text in self.state.withLock { $0.output += text } }, isInteractive: { isInteractive },
      now: { self.state.withLock { $0.time } })
  }

  /// A standard output without any front end.
  func standardOutput(isTerminal: Bool) -> Stage {
    Stage(
      write: { text in self.state.withLock { $0.output += text } }, isTerminal: isTerminal,
      now: { self.state.withLock { $0.time } })
  }
}
