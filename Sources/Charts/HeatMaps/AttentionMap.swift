import Displays

/// Who looks at whom: the weights of an attention over tokens.
///
///     AttentionMap([[1, 0], [0.3, 0.7]], tokens: ["the", "cat"])
///
/// Each row is a token that looks, each column a token that it looks at, and a row sums to 1. The colours go from 0 to 1, so that
/// maps can be compared.
public struct AttentionMap: Chart {
  private let map: HeatMap

  /// Makes a map of an attention in which tokens look at each other.
  public init(_ weights: [[Double]], tokens: [String], title: String = "attention") {
    self.init(weights, from: tokens, to: tokens, title: title)
  }

  /// Makes a map of an attention from some tokens to others, such as from a translation to its source.
  ///
  ///     AttentionMap([[0.9, 0.1]], from: ["chat"], to: ["cat", "the"])
  ///
  /// - Parameters:
  ///   - weights: A row for each token that looks, with a weight for each token that it looks at.
  ///   - queries: The tokens that look.
  ///   - keys: The tokens that they look at.
  ///   - title: What the map is called.
  public init(_ weights: [[Double]], from queries: [String], to keys: [String], title: String = "attention") {
    checkCounts("AttentionMap", "rows of weights", weights.count, "tokens that look", queries.count)
    for row in weights {
      checkCounts("AttentionMap", "weights in each row", row.count, "tokens that are looked at", keys.count)
    }
    map = HeatMap(
      weights, rows: queries.map(\.visibleToken), columns: keys.map(\.visibleToken), title: title, range: 0...1)
  }

  /// The weights, row by row.
  public var weights: [[Double]] { map.values }

  public var svg: String { map.svg(words: words) }

  public func text(width: Int) -> String {
    let note = "A row is a token that looks, a column what it looks at."
    return map.text(width: width, summary: "\(note) \(summary)")
  }

  public var words: String {
    let name = map.title.isEmpty ? "Attention." : "Attention map: \(Lettering.name(map.title, columns: 64))."
    return "\(name) Each row is a token that looks, each column what it looks at. \(summary)"
  }

  /// For each of the first tokens, what it looks at most.
  private var summary: String {
    let most = 12
    let sentences = zip(map.rows, map.values).prefix(most).compactMap { query, row -> String? in
      let best = row.indices.filter { row[$0].isFinite }.max { row[$0] < row[$1] }
      return best.map {
        "\(Lettering.quoted(query)) looks most at \(Lettering.quoted(map.columns[$0])) (\(row[$0].brief))"
      }
    }
    guard !sentences.isEmpty else { return "There is nothing to show." }
    let more = map.values.count > most ? ", and \(map.values.count - most) more tokens" : ""
    return sentences.joined(separator: ", ") + more + "."
  }
}
