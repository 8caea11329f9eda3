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

extension ToolError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notStarted(let tool, let reason): "\(tool) could not be started: \(reason)."
    case .tookTooLong(let tool): "\(tool) took too long and was ended."
    case .wroteTooMuch(let tool): "\(tool) wrote more than expected and was ended."
    case .unexpectedOutput(let tool): "\(tool) gave an answer that cannot be understood."
    }
  }
}
