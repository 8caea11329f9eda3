import NumericKernels
import Testing

@Suite("Copying and adding") struct CopyingTests {
  @Test("Copies with steps", arguments: [[1, 1], [2, 1], [0, 1], [1, 3], [2, 2]])
  func copies(steps: [Int]) {
    var samples = Samples()
    for count in Samples.counts {
      let input = samples.floats(max(count * steps[0], 1))
      let result = output(count * steps[1]) {
        $0.update(repeating: 0, count: count * steps[1])
        Kernels.copy(input, step: steps[0], into: $0, step: steps[1], count: count)
      }
      #expect((0..<count).allSatisfy { result[$0 * steps[1]] == input[$0 * steps[0]] })
      #expect(result.indices.allSatisfy { $0 % steps[1] == 0 || result[$0] == 0 })
    }
  }

  @Test("Copies rows of any length and distance, and nothing behind them", arguments: [0, 1, 3, 16, 17, 31, 255, 300])
  func rows(length: Int) {
    var samples = Samples()
    for (rows, stride) in [(1, 0), (5, length), (4, length + 3), (3, 2 * length + 1)] {
      let input = samples.floats(rows * stride + length + 1)
      let result = output(rows * length + 1) {
        $0.update(repeating: -1, count: rows * length + 1)
        Kernels.copyRows(input, stride: stride, into: $0, rows: rows, length: length)
      }
      var wanted: [Float] = []
      for row in 0..<rows { wanted += input[row * stride..<row * stride + length] }
      #expect(result == wanted + [-1])
    }
  }

  @Test("The same number everywhere, and numbers by their places", arguments: Samples.counts)
  func fillAndGather(count: Int) {
    var samples = Samples()
    #expect(output(count) { Kernels.fill($0, with: 3, count: count) } == Array(repeating: 3, count: count))
    let input = samples.floats(50)
    let places = samples.indices(count, below: 50)
    #expect(output(count) { Kernels.gather(input, at: places, into: $0, count: count) } == places.map { input[$0] })
  }

  @Test("One number that is no index is found at any place", arguments: Samples.counts)
  func indices(count: Int) {
    var samples = Samples()
    let places = samples.indices(count, below: 50)
    #expect(Kernels.areIndices(places, count: count, below: 50))
    for wrong in [-1, Int.min, 50, Int.max] {
      for place in stride(from: 0, to: count, by: count / 50 + 1) {
        var places = places
        places[place] = wrong
        #expect(!Kernels.areIndices(places, count: count, below: 50))
      }
    }
  }

  @Test("A matrix turned, with gaps between the rows", arguments: Samples.shapes + [[32, 48], [40, 35], [16, 16]])
  func transpose(shape: [Int]) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (inputStride, outputStride) = (columns + 2, rows + 3)
    let input = samples.floats(rows * inputStride)
    let result = output(columns * outputStride) {
      $0.update(repeating: 0, count: columns * outputStride)
      Kernels.transpose(
        input, rowStride: inputStride, into: $0, rowStride: outputStride, rows: rows, columns: columns)
    }
    for j in 0..<columns {
      let row = result[j * outputStride..<(j + 1) * outputStride]
      #expect(Array(row) == (0..<rows).map { input[$0 * inputStride + j] } + [0, 0, 0])
    }
  }

  @Test("Adding to what is there", arguments: Samples.counts)
  func accumulation(count: Int) {
    var samples = Samples()
    let (start, a) = (samples.floats(count), samples.floats(count))
    func added(_ kernel: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
      output(count) { place in
        place.update(from: start, count: count)
        kernel(place)
      }
    }
    expectClose(
      added { Kernels.accumulate(a, into: $0, count: count) }, (0..<count).map { Double(start[$0]) + Double(a[$0]) })
    expectClose(
      added { Kernels.accumulate(a, times: 0.3, into: $0, count: count) },
      (0..<count).map { Double(start[$0]) + 0.3 * Double(a[$0]) })
  }
}
