import Foundation
import Synchronization

/// `!command`: one line for the shell.
struct ShellCommand {
  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    guard !call.arguments.isEmpty else { return call.failure("! needs a shell command: !ls") }
    switch await session.shell(call.arguments, call: call) {
    case .ended(0): break
    case .ended(let status): call.output.notice(Notice(plain: "exit status \(status)"))
    case .stopped: return CellResult(ending: .interrupted(.interrupted(during: "shell command")))
    case .failed(let reason): return call.failure(reason)
    }
    return CellResult(ending: .success)
  }
}

/// `%%bash`: a whole cell for the shell.
struct BashCommand: Command {
  let name = "bash"
  let usage = ["%%bash"]
  let summary = "Runs the rest of the cell in the shell."
  let details = "The cell fails if the last command of the shell fails."
  let takesBody = true
  let takesLine = false

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    switch await session.shell(call.body ?? "", call: call) {
    case .ended(0): return CellResult(ending: .success)
    case .ended(let status): return call.failure("the shell ended with status \(status).")
    case .stopped: return CellResult(ending: .interrupted(.interrupted(during: "shell script")))
    case .failed(let reason): return call.failure(reason)
    }
  }
}

extension Session {
  enum ShellEnding {
    case ended(Int32)
    case stopped
    case failed(String)
  }

  /// Runs a script in the shell; its output comes as it is written.
  func shell(_ script: String, call: CommandCall) async -> ShellEnding {
    let process = ChildProcess()
    let relay = OutputRelay(output: call.output)
    let shell = access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh"
    do {
      let output = try await switchboard.during(process.stop) {
        try await process.run(
          shell, ["-c", script], environment: cellEnvironment, directory: currentDirectory,
          onOutput: { isError, bytes in relay.receive(bytes, isError: isError) })
      }
      relay.finish()
      return output.wasStopped ? .stopped : .ended(output.status)
    } catch {
      return .failed("\(error)")
    }
  }
}

/// Passes on what a program writes, in whole characters.
final class OutputRelay: Sendable {
  /// The most bytes that are shown of one program.
  private static let limit = 1 << 20

  private struct State {
    var pending: [Bool: [UInt8]] = [:]
    var shown = 0
    var hiddenLines = 0
  }

  private let output: any CellOutput
  private let state = Mutex(State())

  init(output: any CellOutput) { self.output = output }

  func receive(_ bytes: [UInt8], isError: Bool) {
    let text = state.withLock { state -> String in
      guard state.shown < Self.limit else {
        state.hiddenLines += bytes.count { $0 == 0x0A }
        return ""
      }
      state.shown += bytes.count
      let all = state.pending[isError, default: []] + bytes
      let end = UTF8Boundary.lastWhole(in: all)
      state.pending[isError] = Array(all[end...])
      return String(decoding: all[..<end], as: UTF8.self)
    }
    if !text.isEmpty { output.write(text, to: isError ? .standardError : .standardOutput) }
  }

  func finish() {
    let (pending, hidden) = state.withLock { ($0.pending, $0.hiddenLines) }
    for (isError, bytes) in pending where !bytes.isEmpty {
      output.write(String(decoding: bytes, as: UTF8.self), to: isError ? .standardError : .standardOutput)
    }
    if hidden > 0 { output.notice(Notice(plain: "\(hidden) more lines of output are hidden.")) }
  }
}

/// Finds where a piece of UTF-8 may be cut.
enum UTF8Boundary {
  /// The number of bytes that form whole scalars; what follows is the beginning of one.
  static func lastWhole(in bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}
