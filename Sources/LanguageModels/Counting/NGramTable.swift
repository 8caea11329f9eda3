import Displays

/// How likely tokens are after each other. It shows itself as a heat map.
public struct NGramTable: Sendable, Equatable, Displayable, CustomStringConvertible {
  /// The tokens.
  public let names: [String]
  /// For each token (row) how likely each one (column) is to come next.
  public let shares: [[Double]]

  private var table: HeatTable { HeatTable(corner: "after ↓ next →", rows: names, columns: names, shares: shares) }
  public var description: String { table.text }
  public var display: Display { .html(table.html, text: description) }
}
