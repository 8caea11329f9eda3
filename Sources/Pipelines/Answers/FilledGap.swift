import Displays

/// The tokens that may stand in a gap, the likeliest first.
public struct FilledGap: Sendable, Equatable {
  /// A token for a gap.
  public struct Choice: Sendable, Equatable {
    public let id: Int
    /// As the vocabulary writes it.
    public let token: String
    public let probability: Double
    /// The text with this token in this gap; other gaps stay.
    public let text: String
  }

  public let choices: [Choice]
}

extension FilledGap: CustomStringConvertible, Displayable {
  private var table: ValueTable {
    ValueTable(
      columns: ["token", "probability", "text"],
      rows: choices.map { [$0.token, $0.probability.significant, $0.text] }, isNumeric: [false, true, false])
  }

  public var description: String { table.text }
  public var display: Display { .html(table.html, text: description) }
}
