import NumericKernels
import Testing

@Suite("Rows of tables") struct RowTests {
  @Test("Rows are picked and added to", arguments: Samples.counts.prefix(12))
  func gatherAndScatter(columns: Int) {
    var samples = Samples()
    let table = samples.floats(9 * columns)
    let indices = samples.indices(20, below: 9)
    let picked = output(20 * columns) {
      Kernels.gatherRows(table, at: indices, into: $0, count: 20, columns: columns)
    }
    #expect(picked == indices.flatMap { table[$0 * columns..<($0 + 1) * columns] })
    let rows = samples.floats(20 * columns)
    let result = output(table.count) { place in
      place.update(from: table, count: table.count)
      Kernels.scatterAddRows(rows, to: indices, into: place, count: 20, columns: columns)
    }
    var exact = table.map { Double($0) }
    for (i, index) in indices.enumerated() {
      for j in 0..<columns { exact[index * columns + j] += Double(rows[i * columns + j]) }
    }
    expectClose(result, exact)
  }

  @Test("A bias for each row, alone and with GELU", arguments: Samples.shapes)
  func bias(shape: [Int]) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (x, bias) = (samples.floats(rows * columns), samples.floats(columns))
    let exact = x.indices.map { Double(x[$0] + bias[$0 % columns]) }
    expectClose(
      output(x.count) { Kernels.addBias(x, bias: bias, into: $0, rows: rows, columns: columns) }, exact)
    let kernels = [
      (Kernels.addBiasGELU, exactGELU), (Kernels.addBiasGELUTanh, exactGELUTanh),
    ]
    for (kernel, function) in kernels {
      var sums = x
      let result = output(x.count) { kernel(x, bias, &sums, $0, rows, columns) }
      expectClose(sums, exact)
      expectClose(result, exact.map(function))
    }
  }
}
