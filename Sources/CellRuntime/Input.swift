internal import CWorkerRuntime
import Glibc
import Synchronization
internal import WorkerProtocol

/// Reads a line that the learner types. `nil` is the end of input.
public func readLine(strippingNewline: Bool = true) -> String? {
  guard let line = InputDesk.shared.ask(prompt: "", isPassword: false) else { return nil }
  return strippingNewline ? line : line + "\n"
}

/// Reads a line that is not shown while it is typed. `nil` is the end of input.
public func readPassword(prompt: String = "Password: ") -> String? {
  InputDesk.shared.ask(prompt: prompt, isPassword: true)
}

/// Asks the front end for lines and hands the answers to the threads that wait.
final class InputDesk: Sendable {
  static let shared = InputDesk()

  private final class Question: @unchecked Sendable {
    // Written by the thread that receives before the signal, read by the one that asked after it.
    var reply: InputReply = .endOfFile
    let signal = gb_signal_create()

    deinit { gb_signal_destroy(signal) }
  }

  private struct State {
    var questions: [Int: [Question]] = [:]
    var refusingRuns: Set<Int> = []
  }

  private let state = Mutex(State())

  func begin(run: Int, allowsInput: Bool) {
    state.withLock { state in
      state.questions[run] = nil
      state.refusingRuns = allowsInput ? [] : [run]
    }
  }

  func ask(prompt: String, isPassword: Bool) -> String? {
    let run = Int(gb_current_run())
    let question = Question()
    let isRefused = state.withLock { state in
      if state.refusingRuns.contains(run) { return true }
      state.questions[run, default: []].append(question)
      return false
    }
    if isRefused { refuse() }
    EventQueue.send(.inputRequested(run: run, prompt: prompt, isPassword: isPassword), run: run)
    gb_signal_wait(question.signal)
    switch question.reply {
    case .line(let line): return line
    case .endOfFile: return nil
    case .refused: refuse()
    }
  }

  private func refuse() -> Never {
    gb_fail(
      Int32(GB_END_TRAP),
      "readLine() needs somebody to give the input, and there is nobody: the front end takes no input (allow_stdin is false) or is gone.",
      "")
  }

  func answer(run: Int, reply: InputReply) {
    let question = state.withLock { state -> Question? in
      guard var waiting = state.questions[run], !waiting.isEmpty else { return nil }
      defer { state.questions[run] = waiting }
      return waiting.removeFirst()
    }
    guard let question else { return }
    question.reply = reply
    gb_signal_set(question.signal)
  }

  /// Lets C code that reads from `stdin` ask, too.
  static func connectStandardInput() {
    gb_set_ask { prompt, isPassword, count in
      guard let line = InputDesk.shared.ask(prompt: String(cString: prompt), isPassword: isPassword != 0) else {
        return nil
      }
      let bytes = Array((line + "\n").utf8)
      count.pointee = bytes.count
      let copy = malloc(max(bytes.count, 1))
      copy?.copyMemory(from: bytes, byteCount: bytes.count)
      return copy?.assumingMemoryBound(to: CChar.self)
    }
  }
}
