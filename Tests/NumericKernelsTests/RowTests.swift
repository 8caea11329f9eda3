import NumericKernels
import Testing

@Suite("Rows of tables") struct RowTests {
  @Test("Rows are added to", arguments: Samples.counts.prefix(12))
  func scatter(columns: Int) {
    var samples = Samples()
    let table = samples.floats(9 * columns)
    let indices = samples.indices(20, below: 9)
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
}
