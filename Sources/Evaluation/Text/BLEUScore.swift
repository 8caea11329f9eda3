import Displays

/// What ``BLEU`` found. It shows itself as a table.
public struct BLEUScore: Sendable, Equatable {
  /// From 0 to 100.
  public let value: Double
  /// The share of runs of one word, of two, … that are right, in percent, smoothed.
  public let precisions: [Double]
  /// How many runs of each length are right.
  public let matches: [Int]
  /// How many there are.
  public let totals: [Int]
  /// 1, or less where the texts are shorter than the references.
  public let brevityPenalty: Double
  /// How many words the texts have.
  public let length: Int
  /// How many the closest references have.
  public let referenceLength: Int
  /// How it was measured.
  public let signature: String
}

extension BLEUScore: CustomStringConvertible, Displayable {
  /// One line as sacreBLEU writes it.
  public var description: String {
    let ratio = referenceLength > 0 ? Double(length) / Double(referenceLength) : 0
    return "BLEU|\(signature) = \(value.fixed(2)) \(precisions.map { $0.fixed(1) }.joined(separator: "/")) "
      + "(BP = \(brevityPenalty.fixed(3)) ratio = \(ratio.fixed(3)) hyp_len = \(length) ref_len = \(referenceLength))"
  }

  public var display: Display {
    let rows = precisions.indices.map { order in
      ["\(order + 1)", "\(matches[order])", "\(totals[order])", precisions[order].fixed(1)]
    }
    return ValueTable(
      columns: ["words in a run", "right", "all", "precision in %"], rows: rows, isNumeric: [true, true, true, true]
    ).display(under: description)
  }
}

extension ValueTable {
  /// The table below a line that says what it is about.
  func display(under heading: String) -> Display {
    .html("<div>\(HTML.escaped(heading))</div>\(html)", text: "\(heading)\n\(text)")
  }
}
