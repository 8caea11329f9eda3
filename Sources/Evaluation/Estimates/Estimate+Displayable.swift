import Displays
import NeuralNetworks
import Tensors

extension Estimate: CustomStringConvertible, Displayable {
  private var rows: [(String, String)] {
    let context = sizes.context
    return [
      ("parameters", grouped(sizes.parameters)),
      ("weights", "\(ByteCount(weightBytes))"),
      ("gradients", "\(ByteCount(gradientBytes))"),
      ("Adam's means", "\(ByteCount(optimizerBytes))"),
      ("activations, one text of \(context) tokens", "\(ByteCount(activationBytes(texts: 1, tokens: context)))"),
      ("training in all", "\(ByteCount(trainingBytes(texts: 1, tokens: context)))"),
      ("cache of \(context) tokens", "\(ByteCount(cacheBytes(tokens: context)))"),
      ("operations to read a token", grouped(forwardOperations(context: (context + 1) / 2))),
      ("operations to learn from a token", grouped(trainingOperations(context: (context + 1) / 2))),
    ]
  }

  private var table: ValueTable {
    ValueTable(columns: ["what", "how much"], rows: rows.map { [$0.0, $0.1] }, isNumeric: [false, true])
  }

  public var description: String { table.text }
  public var display: Display { .html(table.html, text: description) }
}

extension Estimate {
  /// How many operations this machine does in a second, measured by products of square matrices.
  ///
  ///     let speed = Estimate.measureOperationsPerSecond()
  ///
  /// Training reaches a part of it, a third to two thirds for small models, as much else is to be done.
  /// - Parameter size: The matrices' sides.
  public static func measureOperationsPerSecond(size: Int = 512) -> Double {
    let matrix = Tensor.full([size, size], 0.5)
    _ = matrix.matmul(matrix)
    let clock = ContinuousClock()
    let products = 4
    let times = (0..<3).map { _ in
      clock.measure { for _ in 0..<products { _ = matrix.matmul(matrix) } } / .seconds(1)
    }
    return 2 * Double(products * size * size * size) / max(times.min() ?? 1, 1e-9)
  }
}
