/// Turns offsets of a text into lines and columns and back. Lines and columns count from 1, columns in UTF-8 bytes.
public struct LineTable: Sendable, Equatable {
  private let starts: [Int]
  private let count: Int

  public init(_ text: String) {
    var starts = [0]
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == 0x0A { starts.append(offset) }
    }
    self.starts = starts
    self.count = offset
  }

  public var lineCount: Int { starts.count }

  public func location(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }

  /// The offset of a line and column, moved to the nearest one that exists.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= starts.count else { return count }
    let end = line < starts.count ? starts[line] : count
    return min(starts[line - 1] + max(0, column - 1), end)
  }
}
