/// Why a file of serialized diagnostics could not be read.
public enum SerializedDiagnosticsError: Error, Hashable, Sendable {
  /// The file does not begin as a file of diagnostics does.
  case notADiagnosticsFile
  /// The file is larger than any compiler writes.
  case tooLarge(bytes: Int)
  /// The file ends in the middle of something.
  case truncated
  /// The file holds what the format does not allow; the text names it.
  case malformed(String)
}

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
