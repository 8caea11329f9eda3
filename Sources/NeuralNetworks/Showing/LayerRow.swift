/// One line of a table of layers.
struct LayerRow: Equatable {
  /// The layer's name in the model.
  var name: String
  /// The name of its type.
  var kind: String
  /// What the table shows of it: its parameters, or the shape of its result.
  var content: String
  /// How many numbers it learns, without those that an earlier row has counted.
  var count: Int
  /// How many bytes these take.
  var bytes: Int
}

extension [LayerRow] {
  /// The rows with those of repeated blocks put together: of `blocks.0.…`, `blocks.1.…`, `blocks.2.…` that are alike
  /// only the first block's are shown, and one row for all others.
  var folded: [LayerRow] {
    var result: [LayerRow] = []
    var first: Block?
    var repeats: [Block] = []
    func fold() {
      guard let first, let last = repeats.last else { return }
      let rows = repeats.flatMap(\.rows)
      let name = repeats.count == 1 ? repeats[0].name : "\(repeats[0].name) … \(last.name)"
      let kind = repeats.count == 1 ? "like \(first.name)" : "\(repeats.count) like \(first.name)"
      result.append(
        LayerRow(
          name: name, kind: kind, content: "", count: rows.reduce(0) { $0 + $1.count },
          bytes: rows.reduce(0) { $0 + $1.bytes }))
    }
    for block in blocks {
      if let first, block.isRepetition(of: first, number: repeats.count + 1) {
        repeats.append(block)
        continue
      }
      fold()
      (first, repeats) = (block, [])
      result += block.rows
    }
    fold()
    return result
  }

  /// Neighbouring rows that belong to one numbered part, or a row that belongs to none.
  private var blocks: [Block] {
    reduce(into: []) { blocks, row in
      let block = Block(row)
      if let last = blocks.last, last.name == block.name, block.number != nil {
        blocks[blocks.count - 1].rows.append(row)
      } else {
        blocks.append(block)
      }
    }
  }
}

/// The rows of one numbered part of a model.
private struct Block {
  /// The name up to the number: `blocks.3`.
  let name: String
  /// The name without it: `blocks`.
  let list: String
  let number: Int?
  var rows: [LayerRow]

  init(_ row: LayerRow) {
    let parts = row.name.split(separator: ".")
    let place = parts.firstIndex { Int($0) != nil }
    name = place.map { parts[...$0].joined(separator: ".") } ?? row.name
    list = place.map { parts[..<$0].joined(separator: ".") } ?? row.name
    number = place.flatMap { Int(parts[$0]) }
    rows = [row]
  }

  /// Whether this is the block so many places after another one, and of the same make. Single layers are not worth
  /// folding.
  func isRepetition(of first: Block, number distance: Int) -> Bool {
    guard let number, let start = first.number, list == first.list, number == start + distance, rows.count > 1 else {
      return false
    }
    func bare(_ block: Block) -> [LayerRow] {
      block.rows.map { row in
        var row = row
        row.name.removeFirst(block.name.count)
        return row
      }
    }
    return bare(self) == bare(first)
  }
}
