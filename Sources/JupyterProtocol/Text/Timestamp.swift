import FoundationEssentials

/// The present moment in the form that message headers want.
package enum Timestamp {
  /// ISO 8601 in universal time, to the millisecond.
  package static func now() -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
