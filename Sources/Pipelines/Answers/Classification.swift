import Charts
import Displays

/// What a text is about, and how sure the model is: all classes, the likeliest first.
public struct Classification: Sendable, Equatable {
  /// A class and its probability.
  public struct Score: Sendable, Equatable {
    public let label: String
    public let probability: Double
  }

  public let scores: [Score]

  /// The likeliest class.
  public var label: String { scores.first?.label ?? "" }
  /// How likely it is.
  public var probability: Double { scores.first?.probability ?? 0 }
}

extension Classification: CustomStringConvertible, Displayable {
  public var description: String {
    scores.map { "\($0.label) \($0.probability.significant)" }.joined(separator: ", ")
  }

  /// The classes as bars.
  public var display: Display {
    BarChart(scores.map(\.probability), labels: scores.map(\.label), title: label).display
  }
}
