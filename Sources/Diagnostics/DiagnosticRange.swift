/// A stretch of source text.
public struct DiagnosticRange: Hashable, Sendable {
  /// The first byte of the stretch.
  public var start: DiagnosticLocation
  /// The byte after the last one.
  public var end: DiagnosticLocation

  /// Spans the text from `start` up to, but not including, `end`.
  public init(start: DiagnosticLocation, end: DiagnosticLocation) {
    self.start = start
    self.end = end
  }
}
