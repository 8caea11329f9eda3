/// One run of one compiled cell.
public struct CellRun: Sendable, Equatable {
  /// Counts the runs of a session. Output and errors carry it.
  public var run: Int
  /// The number that the learner sees beside the cell; `Out` holds the cell's value under it.
  public var number: Int
  /// The cell's module, for instance `Cell7`.
  public var module: String
  /// The path of the cell's library.
  public var library: String
  /// The name of the C function that runs the cell's top-level code.
  public var entry: String
  /// The cell's stored top-level variables in the order of their declaration. The index of a slot is what the
  /// generated code passes to `CellRuntime.declared`.
  public var variables: [VariableSlot]
  /// Whether `readLine()` may ask the front end.
  public var allowsInput: Bool
  /// The most bytes of output that the run may produce before the rest is hidden.
  public var outputLimit: Int
  /// The tests to run once the library is loaded, in the place of its entry point.
  public var suite: SuiteRun?

  public init(
    run: Int, number: Int, module: String, library: String, entry: String, variables: [VariableSlot],
    allowsInput: Bool = true,
    outputLimit: Int = 1 << 20, suite: SuiteRun? = nil
  ) {
    self.run = run
    self.number = number
    self.module = module
    self.library = library
    self.entry = entry
    self.variables = variables
    self.allowsInput = allowsInput
    self.outputLimit = outputLimit
    self.suite = suite
  }
}

/// One stored variable of a cell: its name and the linker's symbol of its storage.
public struct VariableSlot: Sendable, Equatable {
  public var name: String
  public var symbol: String

  public init(name: String, symbol: String) {
    self.name = name
    self.symbol = symbol
  }
}

/// Names a variable of a loaded cell.
public struct VariableReference: Sendable, Equatable, Hashable {
  public var module: String
  public var index: Int

  public init(module: String, index: Int) {
    self.module = module
    self.index = index
  }
}

/// The front end's answer to a request for input.
public enum InputReply: Sendable, Equatable {
  case line(String)
  case endOfFile
  /// There is nobody to ask (`allow_stdin: false`).
  case refused
}
