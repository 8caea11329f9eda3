import Displays

/// What the box of a node says, and how much room that needs.
struct NodeCard {
  /// What the program calls the result, if it has a name.
  let label: String?
  let title: String
  let details: [String]

  static let titleSize = 13.0
  static let detailSize = 11.0
  private static let titleHeight = 18.0
  private static let detailHeight = 15.0
  static let margin = (side: 12.0, top: 6.0)
  /// The longest texts; whatever is longer ends with `…`.
  private static let longest = (title: 28, detail: 40, details: 6)

  init(_ entry: GraphExcerpt.Entry) {
    label = entry.node.label?.label(length: NodeCard.longest.title)
    title = entry.node.title.label(length: NodeCard.longest.title)
    let all = entry.node.details
    var lines = all.prefix(NodeCard.longest.details).map { $0.label(length: NodeCard.longest.detail) }
    if all.count > lines.count { lines.append("… \(all.count - lines.count) more lines") }
    if entry.hiddenInputs > 0 { lines.append(entry.hiddenNote) }
    details = lines
  }

  /// The widths are estimates, since only the reader's browser knows the font: a letter of the title is taken for 0.6 of
  /// the size of its font, and one of a font with equal widths for 0.61.
  var width: Double {
    let heading = Double((label.map { $0.columns + 1 } ?? 0) + title.columns) * NodeCard.titleSize * 0.6
    let longest = Double(details.map(\.columns).max() ?? 0) * NodeCard.detailSize * 0.61
    return max(heading, longest, 16).rounded(.up) + 2 * NodeCard.margin.side
  }

  var height: Double {
    NodeCard.titleHeight + Double(details.count) * NodeCard.detailHeight + 2 * NodeCard.margin.top
  }

  /// The base line of a line of text, counted from the middle of the card: line 0 is the title.
  func baseline(_ line: Int) -> Double {
    let top = NodeCard.margin.top - height / 2
    return line == 0 ? top + 14 : top + NodeCard.titleHeight + Double(line) * NodeCard.detailHeight - 4
  }
}

extension GraphExcerpt.Entry {
  /// Says how many inputs of this node are not drawn.
  var hiddenNote: String { "… \(hiddenInputs) more \(hiddenInputs == 1 ? "input" : "inputs")" }
}
