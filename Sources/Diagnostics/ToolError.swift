/// Why a tool of the toolchain gave no answer.
public enum ToolError: Error, Hashable, Sendable {
  /// The tool could not be started; the text is the system's reason.
  case notStarted(tool: String, reason: String)
  /// The tool took longer than it may and was ended.
  case tookTooLong(tool: String)
  /// The tool wrote more than it may and was ended.
  case wroteTooMuch(tool: String)
  /// The tool's answer does not have the expected form.
  case unexpectedOutput(tool: String)
}
