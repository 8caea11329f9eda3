import NumericKernels
import Testing

@Suite("Recurrent cells") struct RecurrentTests {
  private let rows = 3
  private let width = 5

  @Test("PyTorch's LSTM cell, there and back")
  func lstm() throws {
    let numbers = try Traces.load().lstm.mapValues { $0.map { Float($0) } }
    let exact = try Traces.load().lstm
    func given(_ name: String) throws -> [Float] { try #require(numbers[name]) }
    func expected(_ name: String) throws -> [Double] { try #require(exact[name]) }
    var gates = try zip(given("products"), given("hiddenProducts")).map { $0 + $1 }
    let cells = try given("cells")
    var nextCells = cells
    let nextHidden = output(cells.count) {
      Kernels.lstm(gates: &gates, cells: cells, nextCells: &nextCells, nextHidden: $0, rows: rows, width: width)
    }
    try expectClose(nextCells, expected("nextCells"))
    try expectClose(nextHidden, expected("nextHidden"))

    let (upstream, cellUpstream) = try (given("upstream"), given("cellUpstream"))
    var cellGradients = cells
    let gateGradients = output(gates.count) {
      Kernels.lstmBackward(
        hiddenUpstream: upstream, cellUpstream: cellUpstream, gates: gates, cells: cells, nextCells: nextCells,
        gateGradients: $0, cellGradients: &cellGradients, rows: rows, width: width)
    }
    try expectClose(gateGradients, expected("productGradients"))
    try expectClose(cellGradients, expected("cellGradients"))
  }

  @Test("PyTorch's GRU cell, there and back")
  func gru() throws {
    let exact = try Traces.load().gru
    func given(_ name: String) throws -> [Float] { try expected(name).map { Float($0) } }
    func expected(_ name: String) throws -> [Double] { try #require(exact[name]) }
    let (products, hiddenProducts) = try (given("products"), given("hiddenProducts"))
    let (hidden, upstream) = try (given("hidden"), given("upstream"))
    var gates = products
    let nextHidden = output(hidden.count) {
      Kernels.gru(
        inputProducts: products, hiddenProducts: hiddenProducts, hidden: hidden, gates: &gates, nextHidden: $0,
        rows: rows, width: width)
    }
    try expectClose(nextHidden, expected("nextHidden"))

    var hiddenProductGradients = products
    var hiddenGradients = hidden
    let productGradients = output(products.count) {
      Kernels.gruBackward(
        upstream: upstream, gates: gates, hiddenProducts: hiddenProducts, hidden: hidden, inputGradients: $0,
        hiddenProductGradients: &hiddenProductGradients, hiddenGradients: &hiddenGradients, rows: rows, width: width)
    }
    try expectClose(productGradients, expected("productGradients"))
    try expectClose(hiddenProductGradients, expected("hiddenProductGradients"))
    try expectClose(hiddenGradients, expected("hiddenGradients"))
  }
}
