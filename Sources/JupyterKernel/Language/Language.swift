/// What a programming language does to become a Jupyter kernel. Everything else, from sockets to history, is done for it.
///
/// Executions and comm messages come one at a time for each subshell; everything else may come at any moment, also while
/// a cell runs. No method may block its thread: wait with `await`, and put blocking work on threads of your own.
public protocol Language: Sendable {
  /// What front ends are told about the language.
  var information: LanguageInformation { get }

  /// Called once, before anything is asked, with the way to reach the front ends outside of a cell.
  func start(session: KernelSession) async

  /// Runs a cell. Its output goes to `execution.output`, its end into the result; an error in the result is shown by the
  /// kernel, so the language does not show it itself.
  func execute(_ execution: Execution) async -> ExecutionResult

  /// Told that this code runs next, while another cell still runs, so that it can be compiled ahead.
  func prepare(_ code: String) async

  /// The ways in which the text before an offset could go on. Offsets count UTF-8 bytes.
  func complete(_ code: String, at offset: Int) async -> Completion

  /// What is known about the name at an offset, in UTF-8 bytes.
  func inspect(_ code: String, at offset: Int, detail: InspectionDetail) async -> Inspection

  /// Whether code could run as it stands.
  func completeness(of code: String) async -> Completeness

  /// The value of an expression that the front end wants to know after a successful cell.
  func evaluate(_ expression: String, after execution: Execution) async -> Evaluation

  /// Stops what runs. Returns as soon as the wish is passed on; the cell then ends with an error of its own.
  func interrupt() async

  /// Ends everything that the language has started. Called once, last.
  func shutdown(restart: Bool) async

  /// Takes what a front end sends over a comm. The answer matters when the message opens one.
  func receive(_ event: CommEvent) async -> CommReception
}

/// A language need not do more than run code.
extension Language {
  public func start(session: KernelSession) async {}
  public func prepare(_ code: String) async {}

  public func complete(_ code: String, at offset: Int) async -> Completion {
    Completion(matches: [], replacing: offset..<offset)
  }

  public func inspect(_ code: String, at offset: Int, detail: InspectionDetail) async -> Inspection { .notFound }
  public func completeness(of code: String) async -> Completeness { .unknown }

  public func evaluate(_ expression: String, after execution: Execution) async -> Evaluation {
    .failure(
      LanguageError(
        name: "Unsupported", message: "\(information.name) evaluates no expressions beside a cell: \(expression)"))
  }

  public func interrupt() async {}
  public func shutdown(restart: Bool) async {}
  public func receive(_ event: CommEvent) async -> CommReception { .refused }
}
