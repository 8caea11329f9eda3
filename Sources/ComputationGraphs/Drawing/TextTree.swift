import Displays

/// The lines of an excerpt as a tree.
struct TextTree {
  /// What is still to be written.
  private struct Pending {
    enum Content {
      case entry(Int, uses: Int)
      /// What is left out here.
      case note(String)
    }

    let content: Content
    let depth: Int
    /// What stands before it in its line, and what before the lines under it.
    let lead: String
    let indent: String
  }

  private let excerpt: GraphExcerpt
  private let depth: Int
  private var lines: [(heading: String, details: [String])] = []
  private var shown: Set<Int> = []
  /// The nodes with several users whose name does not tell which node is meant.
  private let ambiguous: Set<Int>

  private static let longest = (title: 28, detail: 40)
  /// The widest tree behind which the details still stand in columns.
  private static let widestHeading = 48

  init(_ excerpt: GraphExcerpt, depth: Int) {
    self.excerpt = excerpt
    self.depth = depth
    var users = Array(repeating: 0, count: excerpt.entries.count)
    var names: [String: Int] = [:]
    for entry in excerpt.entries {
      names[entry.node.name, default: 0] += 1
      for (input, _) in entry.inputs { users[input] += 1 }
    }
    ambiguous = Set(users.indices.filter { users[$0] > 1 && names[excerpt.entries[$0].node.name] != 1 })
    grow()
  }

  /// The lines with the details in columns.
  var text: String {
    let headings = lines.lazy.filter { !$0.details.isEmpty }.map(\.heading.columns)
    let margin = min(headings.max() ?? 0, TextTree.widestHeading)
    var widths: [Int] = []
    for line in lines {
      for (column, detail) in line.details.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], detail.columns)
      }
    }
    var rows = lines.map { line in
      let details = zip(line.details, widths).map { $0.padded(toColumns: $1) }.joined(separator: "  ")
      let row = details.isEmpty ? line.heading : line.heading.padded(toColumns: margin) + "  " + details
      return row.withoutTrailingSpaces
    }
    let hidden = excerpt.hidden + excerpt.entries.count - shown.count
    if hidden > 0 { rows.append("… \(hidden) more \(hidden == 1 ? "node" : "nodes")") }
    return rows.joined(separator: "\n")
  }

  /// Goes through the tree with a list of its own instead of by recursion: a graph may be deep.
  private mutating func grow() {
    var pending = excerpt.results.reversed().map {
      Pending(content: .entry($0, uses: 1), depth: 0, lead: "", indent: "")
    }
    while let next = pending.popLast() {
      switch next.content {
      case .note(let note): lines.append((next.lead + note, []))
      case .entry(let index, let uses):
        let isNew = shown.insert(index).inserted
        let node = excerpt.entries[index].node
        let heading = next.lead + heading(index, uses: uses, isNew: isNew)
        lines.append((heading, isNew ? node.details.map { $0.label(length: TextTree.longest.detail) } : []))
        if isNew { pending += children(of: index, under: next).reversed() }
      }
    }
  }

  private func heading(_ index: Int, uses: Int, isNew: Bool) -> String {
    let node = excerpt.entries[index].node
    var parts = [node.name.label(length: TextTree.longest.title)]
    if isNew, node.label != nil { parts.append("(\(node.title.label(length: TextTree.longest.title)))") }
    if ambiguous.contains(index) { parts.append("#\(node.id)") }
    if uses > 1 { parts.append(uses == 2 ? "(twice)" : "(\(uses) times)") }
    if !isNew { parts.append("(see above)") }
    return parts.joined(separator: " ")
  }

  private func children(of index: Int, under parent: Pending) -> [Pending] {
    let entry = excerpt.entries[index]
    var contents = entry.inputs.map { Pending.Content.entry($0.entry, uses: $0.uses) }
    if entry.hiddenInputs > 0 { contents.append(.note(entry.hiddenNote)) }
    if parent.depth >= depth, !contents.isEmpty { contents = [.note("…")] }
    return contents.enumerated().map { place, content in
      let isLast = place == contents.count - 1
      return Pending(
        content: content, depth: parent.depth + 1, lead: parent.indent + (isLast ? "└─ " : "├─ "),
        indent: parent.indent + (isLast ? "   " : "│  "))
    }
  }
}
