/// The part of a tensor that is shown: a few matrices, of each a few rows, of each a few numbers.
struct TensorExcerpt {
  /// One matrix: where it stands among the others, and its rows. A row or number that is `nil` stands for those left
  /// out.
  struct Block {
    var indices: [Int]
    var rows: [[String?]?]
  }

  let blocks: [Block]
  /// How many matrices are not shown.
  let hiddenBlocks: Int

  private static let mostBlocks = 4

  init(_ tensor: Tensor) {
    let rows = TensorExcerpt.shown(tensor.rank >= 2 ? tensor.shape[tensor.rank - 2] : 1, whole: 12, head: 5, tail: 2)
    let columns = TensorExcerpt.shown(tensor.shape.last ?? 1, whole: 12, head: 6, tail: 2)
    let leading = Array(tensor.shape.dropLast(2))
    let blockCount = tensor.count == 0 ? 0 : leading.reduce(1, *)
    let shownBlocks = (0..<min(blockCount, TensorExcerpt.mostBlocks)).map { number in
      TensorExcerpt.indices(of: number, in: leading)
    }
    func number(_ block: [Int], _ row: Int, _ column: Int) -> Double {
      tensor.number(at: block + [row, column].suffix(tensor.rank - block.count))
    }
    let numbers = shownBlocks.flatMap { block in
      rows.compactMap(\.self).flatMap { row in columns.compactMap(\.self).map { number(block, row, $0) } }
    }
    let format = NumberFormat(for: numbers)
    let isMask = tensor.dtype == .bool
    func text(_ number: Double) -> String { isMask ? (number != 0 ? "true" : "false") : format.text(number) }
    blocks = shownBlocks.map { block in
      Block(
        indices: block,
        rows: rows.map { row in
          row.map { row in columns.map { column in column.map { text(number(block, row, $0)) } } }
        })
    }
    hiddenBlocks = blockCount - shownBlocks.count
  }

  /// The text of all blocks, numbers under each other.
  var text: String {
    let cells = blocks.flatMap(\.rows).compactMap(\.self)
    let width = cells.joined().map { ($0 ?? "…").count }.max() ?? 0
    var lines: [String] = []
    for block in blocks {
      if !block.indices.isEmpty { lines.append("\(block.indices)") }
      for row in block.rows {
        guard let row else {
          lines.append("  …")
          continue
        }
        lines.append("  " + row.map { TensorExcerpt.padded($0, to: width) }.joined(separator: "  "))
      }
    }
    if hiddenBlocks > 0 { lines.append("… \(hiddenBlocks) more") }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String?, to width: Int) -> String {
    guard let text else { return "…" }
    return String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// The indices of an axis that are shown; `nil` stands for those between head and tail.
  private static func shown(_ count: Int, whole: Int, head: Int, tail: Int) -> [Int?] {
    guard count > whole else { return (0..<count).map(Optional.some) }
    return (0..<head).map(Optional.some) + [nil] + (count - tail..<count).map(Optional.some)
  }

  private static func indices(of number: Int, in shape: [Int]) -> [Int] {
    var rest = number
    var indices: [Int] = []
    for size in shape.reversed() {
      indices.insert(rest % size, at: 0)
      rest /= size
    }
    return indices
  }
}

extension Tensor {
  /// One number, by an index for each axis, which have been checked.
  func number(at indices: [Int]) -> Double {
    let position = zip(indices, strides).reduce(0) { $0 + $1.0 * $1.1 }
    return switch dtype {
    case .float: readingInPlace(Float.self) { Double($0[position]) }
    case .double: readingInPlace(Double.self) { $0[position] }
    case .int: readingInPlace(Int.self) { Double($0[position]) }
    case .bool: readingInPlace(Bool.self) { $0[position] ? 1 : 0 }
    }
  }
}
