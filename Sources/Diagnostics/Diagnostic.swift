/// One message of the compiler with everything that belongs to it.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public var severity: DiagnosticSeverity
  /// The compiler's words.
  public var message: String
  /// The place that the message speaks of; `nil` if it speaks of none.
  public var location: DiagnosticLocation?
  /// The stretches of text that the compiler underlines.
  public var ranges: [DiagnosticRange]
  /// The changes that, made together, would answer the message.
  public var fixIts: [FixIt]
  /// Details, each a diagnostic of its own.
  public var notes: [Diagnostic]
  /// The compiler's name for this family of messages, such as `ActorIsolatedCall`.
  public var category: String?

  /// Puts a diagnostic together.
  public init(
    severity: DiagnosticSeverity,
    message: String,
    location: DiagnosticLocation? = nil,
    ranges: [DiagnosticRange] = [],
    fixIts: [FixIt] = [],
    notes: [Diagnostic] = [],
    category: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.ranges = ranges
    self.fixIts = fixIts
    self.notes = notes
    self.category = category
  }
}
