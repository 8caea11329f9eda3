import NumericKernels
import Testing

@Suite("A matrix and a vector") struct MatrixVectorTests {
  @Test("Both sides, with gaps between the rows", arguments: Samples.shapes + [[8, 0], [70, 40]], [true, false])
  func products(shape: [Int], hasBias: Bool) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let stride = columns + 1
    let matrix = samples.floats(rows * stride)
    let (right, left) = (samples.floats(columns), samples.floats(rows))
    let (rightBias, leftBias) = (samples.floats(rows), samples.floats(columns))
    let entry = { (i: Int, j: Int) in Double(matrix[i * stride + j]) }

    let tall = output(rows) {
      Kernels.matrixVector(
        matrix, rowStride: stride, right, bias: hasBias ? rightBias : nil, into: $0, rows: rows, columns: columns)
    }
    let exactTall = (0..<rows).map { i in
      (0..<columns).reduce(hasBias ? Double(rightBias[i]) : 0) { $0 + entry(i, $1) * Double(right[$1]) }
    }
    expectClose(tall, exactTall, millionths: 20)

    let wide = output(columns) {
      Kernels.vectorMatrix(
        left, matrix, rowStride: stride, bias: hasBias ? leftBias : nil, into: $0, rows: rows, columns: columns)
    }
    let exactWide = (0..<columns).map { j in
      (0..<rows).reduce(hasBias ? Double(leftBias[j]) : 0) { $0 + entry($1, j) * Double(left[$1]) }
    }
    expectClose(wide, exactWide, millionths: 20)
  }
}
