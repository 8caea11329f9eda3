/// The text of a value before it is laid out in lines: a tree whose leaves are words.
indirect enum Outline: Equatable {
  case leaf(String)
  /// Items between brackets, for instance `Point(` … `)`; `note` follows the closing bracket.
  case group(open: String, items: [Item], close: String, note: String)

  struct Item: Equatable {
    var label: String?
    var outline: Outline
  }

  static let elision = Outline.leaf("…")

  /// The whole text in one line.
  var singleLine: String {
    switch self {
    case .leaf(let text): text.singleLine()
    case .group(let open, let items, let close, let note):
      open + items.map { Outline.prefix($0) + $0.outline.singleLine }.joined(separator: ", ") + close + note
    }
  }

  /// The text for a result: in one line if it fits, else in at most forty.
  var text: String {
    let lines = text(width: 88).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 40, case .group = self, let last = lines.last else { return lines.joined(separator: "\n") }
    return (lines.prefix(38) + ["  …", last]).joined(separator: "\n")
  }

  /// The text in one line if it fits, else with an item in each line and small items side by side.
  private func text(width: Int, indent: String = "") -> String {
    guard case .group(let open, let items, let close, let note) = self else {
      guard case .leaf(let text) = self else { return "" }
      return text
    }
    let line = singleLine
    if indent.count + line.count <= width { return line }
    let inner = indent + "  "
    var lines: [String] = []
    for (position, item) in items.enumerated() {
      let comma = position + 1 < items.count ? "," : ""
      let label = Outline.prefix(item)
      let text = label + item.outline.text(width: width - label.count, indent: inner) + comma
      if item.isSmall, position > 0, items[position - 1].isSmall, let last = lines.last,
        last.count + text.count < width
      {
        lines[lines.count - 1] = last + " " + text
      } else {
        lines.append(inner + text)
      }
    }
    return ([open] + lines + [indent + close + note]).joined(separator: "\n")
  }

  private static func prefix(_ item: Item) -> String { item.label.map { "\($0): " } ?? "" }
}

extension Outline.Item {
  /// Whether the item may share its line with others: words without a label.
  fileprivate var isSmall: Bool {
    guard label == nil, case .leaf = outline else { return false }
    return true
  }
}
