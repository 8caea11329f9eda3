import NumericKernels
import Testing

@Suite("Matrices of 8 bits") struct QuantizedTests {
  @Test("No number is further off than half of its row's scale", arguments: Samples.shapes + [[8, 0], [70, 40]])
  func rounding(shape: [Int]) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let matrix = samples.floats(rows * columns)
    let (numbers, scales) = quantized(matrix, rows, columns)
    let back = output(rows * columns) {
      Kernels.dequantizeRows(numbers, scales: scales, into: $0, rows: rows, columns: columns)
    }
    for row in 0..<rows {
      let range = row * columns..<(row + 1) * columns
      #expect(scales[row] == (matrix[range].map(abs).max() ?? 0) / 127)
      // Beside the rounding to 8 bits there is that of the product with the scale, a part in ten million.
      for place in range { #expect(abs(back[place] - matrix[place]) <= scales[row] * 0.50001) }
    }
  }

  @Test("A product is that of the rounded numbers", arguments: Samples.shapes + [[8, 0], [70, 40]], [true, false])
  func products(shape: [Int], hasBias: Bool) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (numbers, scales) = quantized(samples.floats(rows * columns), rows, columns)
    let (vector, bias) = (samples.floats(columns), samples.floats(rows))
    let product = output(rows) {
      Kernels.quantizedMatrixVector(
        numbers, scales: scales, vector, bias: hasBias ? bias : nil, into: $0, rows: rows, columns: columns)
    }
    let exact = (0..<rows).map { i in
      (0..<columns).reduce(hasBias ? Double(bias[i]) : 0) {
        $0 + Double(scales[i]) * Double(numbers[i * columns + $1]) * Double(vector[$1])
      }
    }
    expectClose(product, exact, millionths: 20)
  }

  @Test("Rows of zeros, of the smallest numbers, and with NaN or infinity")
  func edges() {
    let least = Float.leastNonzeroMagnitude
    let matrix: [Float] = [0, 0, least, -least, 1, .nan, .infinity, 1]
    let (numbers, scales) = quantized(matrix, 4, 2)
    #expect(scales[0] == 0 && scales[1] == 0)
    #expect(scales[2].isNaN && scales[3] == .infinity)
    #expect(numbers == [0, 0, 0, 0, 0, 0, 0, 0])
  }

  private func quantized(_ matrix: [Float], _ rows: Int, _ columns: Int) -> ([Int8], [Float]) {
    var numbers = [Int8](repeating: 0, count: rows * columns)
    var scales = [Float](repeating: 0, count: rows)
    Kernels.quantizeRows(matrix, into: &numbers, scales: &scales, rows: rows, columns: columns)
    return (numbers, scales)
  }
}
