/// The editor in which somebody changes code.
public protocol CodeEditor {
  /// Opens code, and gives back what became of it.
  func edit(_ code: String) -> EditedCode
  /// Opens a file.
  func open(_ path: String) -> EditedCode
}

/// What somebody has done in their editor.
public enum EditedCode: Sendable, Equatable {
  case changed(String)
  case unchanged
  /// Why there was nothing to edit in, and what to do.
  case failed(String)
}
