/// What the process that runs cells reports.
public enum WorkerEvent: Sendable, Equatable {
  /// The process is up and can run cells.
  case ready(processIdentifier: Int32)
  /// Text or bytes that the run has written. Always whole UTF-8 scalars; bytes that are no UTF-8 arrive as U+FFFD.
  case output(run: Int, stream: OutputStream, text: String)
  /// A display message of the learner's side: JSON text, see `DisplayMessage` in module `Displays`.
  case display(run: Int, message: String)
  /// `readLine()` or a password prompt waits for a line.
  case inputRequested(run: Int, prompt: String, isPassword: Bool)
  /// The run is over.
  case finished(run: Int, outcome: RunOutcome)
  case described(request: Int, variables: [VariableDescription])
  /// The answer to `WorkerRequest.load` and `.changeDirectory`: `nil` is success.
  case completed(request: Int, failure: String?)
  /// A comm message of the learner's side (JSON text).
  case comm(run: Int, message: String)
  /// What Swift Testing reports of the tests that a run carries: one record of its event stream, JSON text.
  case record(run: Int, nonce: String, text: String)
}

public enum OutputStream: UInt8, Sendable, Equatable {
  case standardOutput = 1
  case standardError = 2
}
