import Displays

/// An answer that stands in a text.
public struct FoundAnswer: Sendable, Equatable {
  /// The answer as it stands there.
  public let text: String
  public let probability: Double
  /// Where it stands: Unicode scalars of the context.
  public let place: Range<Int>
}

extension FoundAnswer: CustomStringConvertible, Displayable {
  public var description: String { "\(text) (\(probability.significant))" }
  public var display: Display { .text(description) }
}
