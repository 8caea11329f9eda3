import JupyterProtocol

/// An error as a front end shows it.
public struct LanguageError: Error, Sendable, Hashable {
  /// The kind of error, in one word.
  public var name: String
  /// What went wrong, in a sentence.
  public var message: String
  /// The lines to show, with terminal colours where they help.
  public var traceback: [String]

  /// - Parameter traceback: The lines to show; left out, one line of name and message.
  public init(name: String, message: String, traceback: [String]? = nil) {
    self.name = name
    self.message = message
    self.traceback = traceback ?? ["\(name): \(message)"]
  }
}

extension LanguageError {
  var content: ErrorOutput { ErrorOutput(name: name, value: message, traceback: traceback) }
}
