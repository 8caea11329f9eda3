import Displays

/// What ``ROUGE`` found. It shows itself as a table.
public struct ROUGEScores: Sendable, Equatable {
  /// ROUGE-1: single words.
  public let unigrams: PrecisionAndRecall
  /// ROUGE-2: pairs of words.
  public let bigrams: PrecisionAndRecall
  /// ROUGE-L: the longest series in the same order.
  public let longestSeries: PrecisionAndRecall
  /// ROUGE-Lsum: the same, line by line.
  public let longestSeriesByLines: PrecisionAndRecall
}

extension ROUGEScores: CustomStringConvertible, Displayable {
  private var table: ValueTable {
    let rows = [
      ("ROUGE-1", unigrams), ("ROUGE-2", bigrams), ("ROUGE-L", longestSeries), ("ROUGE-Lsum", longestSeriesByLines),
    ]
    return ValueTable(
      columns: ["score", "precision", "recall", "F1"],
      rows: rows.map { [$0.0, $0.1.precision.fixed(4), $0.1.recall.fixed(4), $0.1.f1.fixed(4)] },
      isNumeric: [false, true, true, true])
  }

  public var description: String { table.text }
  public var display: Display { .html(table.html, text: description) }
}
