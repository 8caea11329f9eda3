import Displays
import Tensors

extension WordVectors: CustomStringConvertible, Displayable {
  /// The nearest words of the first words as a table.
  public var description: String { "\(heading)\n\(table.text)" }

  public var display: Display { .html("<div>\(heading)</div>\(table.html)", text: description) }

  private var heading: String { "\(words.count) words, \(size) numbers each" }

  private var table: ValueTable {
    let rows = words.prefix(12).map { word in
      let near = nearest(to: word, count: 3).map { "\($0.word) \(($0.similarity * 100).rounded() / 100)" }
      return [word, near.joined(separator: ", ")]
    }
    return ValueTable(columns: ["word", "nearest"], rows: rows, isNumeric: [false, false])
  }

  /// The words on a plane: a map that keeps as much of the distances as two directions can.
  ///
  /// ``principalComponents(of:count:)`` says how.
  public func plane() -> WordPlane {
    let points = principalComponents(of: vectors, count: 2)
    let numbers = points.doubles
    let width = points.shape[1]
    return WordPlane(
      words: words,
      points: words.indices.map { (x: numbers[$0 * width], y: width > 1 ? numbers[$0 * width + 1] : 0) })
  }
}
