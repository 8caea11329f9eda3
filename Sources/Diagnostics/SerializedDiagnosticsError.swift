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
