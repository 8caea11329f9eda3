import WorkerProtocol

/// Where the things go that a cell brings forth.
///
/// Calls come in order, from any thread, and also after the cell's end: from threads and tasks that it has started.
public protocol CellOutput: Sendable {
  /// Text that the cell has written.
  func write(_ text: String, to stream: OutputStream)
  /// A message of module `Displays` as JSON text: something to show, to update, to clear, or the cell's value.
  func display(_ message: String)
  /// A comm message of the cell as JSON text.
  func comm(_ message: String)
  /// Something that the interpreter has to say about the cell: a warning, a value of an old type.
  func notice(_ notice: Notice)
  /// Text to be shown in a pager.
  func page(_ text: String)
  /// Text to be put into the next cell, or into this one.
  func setNextInput(_ text: String, replace: Bool)
  /// Asks the person for a line; `nil` if the cell has ended or was interrupted in the meantime.
  func readLine(prompt: String, isPassword: Bool) async -> InputReply?
}

extension CellOutput {
  public func comm(_ message: String) {}
}
