/// A place in a source file, counted as the compiler counts.
public struct DiagnosticLocation: Hashable, Sendable {
  /// The name under which the compiler knows the file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// Names the place at a line and a UTF-8 column, both counted from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
