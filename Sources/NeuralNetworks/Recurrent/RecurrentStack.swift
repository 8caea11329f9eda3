import Tensors

/// Several recurrent layers over each other: each reads what the one below gives.
struct RecurrentStack<Cell: RecurrentCell> {
  let cells: [Cell]
  let dropout: Dropout?

  init(cells: [Cell], dropout: Dropout?) { (self.cells, self.dropout) = (cells, dropout) }

  init(
    _ layer: String, _ inputs: Int, _ hidden: Int, layers: Int, dropout: Double, _ cell: (_ inputs: Int) -> Cell
  ) {
    checkSize(layer, "layers", layers)
    cells = (0..<layers).map { cell($0 == 0 ? inputs : hidden) }
    self.dropout = dropout > 0 ? Dropout(dropout) : nil
  }

  /// Runs all layers; the function runs one, by its number.
  func run(_ x: Tensor, _ layer: (_ number: Int, _ cell: Cell, _ x: Tensor) -> Tensor) -> Tensor {
    var x = x
    for (number, cell) in cells.enumerated() {
      x = layer(number, cell, x)
      if let dropout, number < cells.count - 1 { x = dropout(x) }
    }
    return x
  }

  /// The states of the layers one by one, from `[layers, batch, hidden]`.
  func apart(_ states: Tensor?, _ name: String) -> [Tensor?] {
    guard let states else { return Array(repeating: nil, count: cells.count) }
    guard states.rank == 3, states.shape[0] == cells.count else {
      stop(.stateCount(layer: name, states: states.shape, layers: cells.count))
    }
    return cells.indices.map { states[$0] }
  }
}
