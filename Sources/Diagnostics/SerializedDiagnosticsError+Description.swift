extension SerializedDiagnosticsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notADiagnosticsFile: "This is not a file of compiler diagnostics: it does not begin with 'DIAG'."
    case .tooLarge(let bytes): "The file of compiler diagnostics has \(bytes) bytes, more than can be right."
    case .truncated: "The file of compiler diagnostics ends in the middle."
    case .malformed(let what): "The file of compiler diagnostics is damaged: it holds \(what)."
    }
  }
}
