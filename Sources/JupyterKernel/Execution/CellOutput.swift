import JupyterProtocol

/// Where the output of one cell goes. Works from any thread, and also after the cell has ended: late output still
/// reaches the cell that it came from.
public struct CellOutput: Sendable {
  /// The request that all this output belongs to.
  public let parent: ParentHeader
  let publisher: Publisher
  let input: CellInput
  let record: CellRecord

  /// Text that the cell has written.
  public func stream(_ name: StreamName, _ text: String) {
    guard !record.isSilent, !text.isEmpty else { return }
    publisher.publish(StreamOutput(name: name, text: text), subtopic: "stream.\(name.rawValue)", parent: parent)
  }

  /// Shows a value.
  ///
  /// - Parameter identifier: A name under which the output can be replaced later.
  public func display(_ bundle: MIMEBundle, identifier: String? = nil) {
    guard !record.isSilent else { return }
    publisher.publish(DisplayData(bundle, identifier: identifier), parent: parent)
  }

  /// Replaces every output shown under the identifier, in whichever cell it stands.
  public func updateDisplay(_ bundle: MIMEBundle, identifier: String) {
    guard !record.isSilent else { return }
    publisher.publish(UpdateDisplayData(bundle, identifier: identifier), parent: parent)
  }

  /// Shows the value of the cell under its number.
  public func result(_ bundle: MIMEBundle) {
    guard !record.isSilent else { return }
    record.keepResult(bundle.plainText)
    publisher.publish(ExecuteResult(bundle, executionCount: record.number), parent: parent)
  }

  /// Empties the cell's output.
  ///
  /// - Parameter wait: Whether the old output stays until there is new output, so that nothing flickers.
  public func clear(wait: Bool = false) {
    guard !record.isSilent else { return }
    publisher.publish(ClearOutput(wait: wait), parent: parent)
  }

  /// Shows an error that does not end the cell; one that does belongs into the cell's result.
  public func error(_ error: LanguageError) {
    guard !record.isSilent else { return }
    publisher.publish(error.content, parent: parent)
  }

  /// Asks the user for a line of text.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the place to type in.
  ///   - password: Whether the text stays hidden.
  /// - Returns: The line without its end, or nil for the end of the input.
  /// - Throws: ``InputError`` where nobody can be asked, or an interrupt ends the wait.
  public func requestInput(prompt: String, password: Bool = false) async throws(InputError) -> String? {
    try await input.request(prompt: prompt, password: password)
  }
}
