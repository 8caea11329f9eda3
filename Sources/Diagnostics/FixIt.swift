/// A change of the source text that the compiler proposes.
public struct FixIt: Hashable, Sendable {
  /// The text to replace; empty for an insertion.
  public var range: DiagnosticRange
  /// The text to put there; it may hold editor placeholders such as `<#default value#>`.
  public var replacement: String

  /// Proposes to put `replacement` in the place of `range`.
  public init(range: DiagnosticRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
