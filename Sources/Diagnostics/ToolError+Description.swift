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
