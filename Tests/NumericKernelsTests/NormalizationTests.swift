import Foundation
import NumericKernels
import Testing

@Suite("Normalization") struct NormalizationTests {
  private static let epsilon = 1e-5

  /// Layer normalization of one row.
  private func layerNorm(_ x: [Double], _ gamma: [Double], _ beta: [Double]) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
    return x.indices.map { (x[$0] - mean) / (variance + Self.epsilon).squareRoot() * gamma[$0] + beta[$0] }
  }

  /// Normalization of one row by its root mean square.
  private func rmsNorm(_ x: [Double], _ gamma: [Double]) -> [Double] {
    let square = x.reduce(0) { $0 + $1 * $1 } / Double(x.count)
    return x.indices.map { x[$0] / (square + Self.epsilon).squareRoot() * gamma[$0] }
  }

  /// The gradient of Σ upstream · function(x), by differences.
  private func slopes(_ x: [Double], _ upstream: [Float], _ function: ([Double]) -> [Double]) -> [Double] {
    x.indices.map { i in
      let step = 1e-5
      var (high, low) = (x, x)
      high[i] += step
      low[i] -= step
      let difference = zip(function(high), function(low)).map { $0 - $1 }
      return zip(difference, upstream).reduce(0) { $0 + $1.0 * Double($1.1) } / (2 * step)
    }
  }

  @Test(
    "Layer normalization there and back", arguments: [[1, 2], [2, 16], [3, 17], [2, 33], [3, 65]], [true, false])
  func layerNorm(shape: [Int], hasGamma: Bool) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (x, upstream) = (samples.floats(rows * columns), samples.floats(rows * columns))
    let gamma = hasGamma ? samples.floats(columns) : nil
    let beta = hasGamma ? samples.floats(columns) : nil
    let exactGamma = gamma?.map { Double($0) } ?? Array(repeating: 1, count: columns)
    let exactBeta = beta?.map { Double($0) } ?? Array(repeating: 0, count: columns)
    let exactRows = x.map { Double($0) }.rows(of: columns)
    let upstreamRows = upstream.rows(of: columns)
    var (means, inverses) = (x.prefix(rows).map { $0 }, x.prefix(rows).map { $0 })
    let result = output(x.count) {
      Kernels.layerNorm(
        x, gamma: gamma, beta: beta, epsilon: Float(Self.epsilon), into: $0, means: &means,
        inverseDeviations: &inverses, rows: rows, columns: columns)
    }
    expectClose(result, exactRows.flatMap { layerNorm($0, exactGamma, exactBeta) }, millionths: 4)

    // On top of what is there: the gradients of gamma and beta start at 1.
    var gammaGradient = [Float](repeating: 1, count: columns)
    var betaGradient = gammaGradient
    let gradient = output(x.count) {
      Kernels.layerNormBackward(
        upstream: upstream, input: x, means: means, inverseDeviations: inverses, gamma: gamma, into: $0,
        gammaGradient: &gammaGradient, betaGradient: &betaGradient, rows: rows, columns: columns)
    }
    let exactGradient = zip(exactRows, upstreamRows).flatMap { row, upstream in
      slopes(row, upstream) { layerNorm($0, exactGamma, exactBeta) }
    }
    expectClose(gradient, exactGradient, millionths: 50)
    let ones = Array(repeating: 1.0, count: columns)
    let normalized = exactRows.map { layerNorm($0, ones, ones.map { _ in 0 }) }
    expectClose(
      gammaGradient,
      (0..<columns).map { j in (0..<rows).reduce(1) { $0 + normalized[$1][j] * Double(upstreamRows[$1][j]) } },
      millionths: 5)
    expectClose(betaGradient, (0..<columns).map { j in upstreamRows.reduce(1) { $0 + Double($1[j]) } })
  }

  @Test(
    "Normalization by the root mean square", arguments: [[1, 2], [2, 16], [3, 17], [2, 33], [3, 65]], [true, false])
  func rmsNorm(shape: [Int], hasGamma: Bool) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let (x, upstream) = (samples.floats(rows * columns), samples.floats(rows * columns))
    let gamma = hasGamma ? samples.floats(columns) : nil
    let exactGamma = gamma?.map { Double($0) } ?? Array(repeating: 1, count: columns)
    let exactRows = x.map { Double($0) }.rows(of: columns)
    let upstreamRows = upstream.rows(of: columns)
    var inverses = x.prefix(rows).map { $0 }
    let result = output(x.count) {
      Kernels.rmsNorm(
        x, gamma: gamma, epsilon: Float(Self.epsilon), into: $0, inverseRoots: &inverses, rows: rows, columns: columns)
    }
    expectClose(result, exactRows.flatMap { rmsNorm($0, exactGamma) }, millionths: 2)

    var gammaGradient = [Float](repeating: 1, count: columns)
    let gradient = output(x.count) {
      Kernels.rmsNormBackward(
        upstream: upstream, input: x, inverseRoots: inverses, gamma: gamma, into: $0, gammaGradient: &gammaGradient,
        rows: rows, columns: columns)
    }
    let exactGradient = zip(exactRows, upstreamRows).flatMap { row, upstream in
      slopes(row, upstream) { rmsNorm($0, exactGamma) }
    }
    expectClose(gradient, exactGradient, millionths: 20)
    let normalized = exactRows.map { rmsNorm($0, Array(repeating: 1.0, count: columns)) }
    expectClose(
      gammaGradient,
      (0..<columns).map { j in (0..<rows).reduce(1) { $0 + normalized[$1][j] * Double(upstreamRows[$1][j]) } },
      millionths: 5)
  }

  @Test("Numbers far from 0 keep their variance")
  func farFromZero() {
    // The mean of the squares minus the square of the mean would leave nothing of it.
    let x = (0..<64).map { 100_000 + Float($0 % 2) }
    var (mean, inverse): ([Float], [Float]) = ([0], [0])
    let result = output(64) {
      Kernels.layerNorm(
        x, gamma: nil, beta: nil, epsilon: 0, into: $0, means: &mean, inverseDeviations: &inverse, rows: 1, columns: 64)
    }
    #expect(mean == [100_000.5] && inverse == [2])
    #expect(result == (0..<64).map { $0 % 2 == 0 ? -1 : 1 })
  }
}
