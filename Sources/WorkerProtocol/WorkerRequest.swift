/// What the kernel's side asks of the process that runs cells.
public enum WorkerRequest: Sendable, Equatable {
  /// Load the library of a compiled cell (if it is not loaded yet) and call its entry point.
  case run(CellRun)
  /// Stop the run with this number, wherever it is, and keep everything it has set.
  case interrupt(run: Int)
  /// The answer to `WorkerEvent.inputRequested`.
  case input(run: Int, reply: InputReply)
  /// Describe variables of loaded cells: type, short value, shape, bytes.
  case describe(request: Int, variables: [VariableReference])
  /// Load a library that is no cell, for instance a package's, and make its symbols visible to later cells.
  case load(request: Int, library: String)
  /// Set an environment variable, or remove it.
  case setEnvironment(name: String, value: String?)
  /// Change the working directory.
  case changeDirectory(request: Int, path: String)
  /// Pass a comm message (JSON text) to the learner's side. What its handler writes and sends carries the number `run`,
  /// and so does the `WorkerEvent.completed` at its end.
  case comm(run: Int, message: String)
  /// Forget the stored results of cells (`Out`).
  case forgetResults
  /// End the process and its children.
  case shutdown
}
