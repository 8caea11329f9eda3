import LinearAlgebra
internal import NumericKernels
import Parallelism
import Tensors

/// A weighted sum of the features with rounded weights: y = x Wᵀ + b. Nothing is noted for gradients.
///
///     let weight = Tensor([[3, 4], [5, 6], [7, 8]])
///     linear(Tensor([1, 2]), weight: QuantizedMatrix(weight))     // 10.992  17.008  22.992
///
/// Shapes as for ``linear(_:weight:bias:)``. Of few rows each reads all weights, which come from memory in a quarter of the
/// time. For many rows some weights at a time become `Float` again, as the product of matrices is quicker then.
public func linear(_ x: Tensor, weight: QuantizedMatrix, bias: Tensor? = nil) -> Tensor {
  let (outputs, inputs) = (weight.shape[0], weight.shape[1])
  guard x.shape.last == inputs else {
    stop(.features(operation: "linear", input: x.shape, expected: inputs, axis: -1))
  }
  if let bias, bias.shape != [outputs] {
    stop(.parameterSize(operation: "linear", name: "bias", shape: bias.shape, expected: [outputs]))
  }
  let source = stopGradient(x).converted(to: .float).contiguous()
  let bias = bias.map { stopGradient($0).converted(to: .float).contiguous() }
  let result = Tensor.unwritten(x.shape.dropLast() + [outputs])
  guard result.count > 0, inputs > 0 else { return linear(x, weight: weight.dequantized, bias: bias) }
  let rows = source.count / inputs
  withExtendedLifetime((source, bias)) {
    weight.read { numbers, scales in
      let target: UnsafeMutablePointer<Float> = result.freshStart()
      parallel(count: outputs, smallest: Swift.max(1, 131_072 / inputs)) { range in
        let band = Band(
          numbers: numbers + range.lowerBound * inputs, scales: scales + range.lowerBound,
          bias: bias.map { $0.start() + range.lowerBound }, outputs: range.count, inputs: inputs)
        if rows <= 4 {
          band.multiply(source.start(), rows: rows, into: target + range.lowerBound, rowStride: outputs)
        } else {
          band.multiplyUnpacked(source.start(), rows: rows, into: target + range.lowerBound, rowStride: outputs)
        }
      }
    }
  }
  return result
}

/// The weights of some outputs that lie side by side.
private struct Band {
  let numbers: UnsafePointer<Int8>
  let scales: UnsafePointer<Float>
  let bias: UnsafePointer<Float>?
  let outputs: Int
  let inputs: Int

  func multiply(_ x: UnsafePointer<Float>, rows: Int, into target: UnsafeMutablePointer<Float>, rowStride: Int) {
    for row in 0..<rows {
      Kernels.quantizedMatrixVector(
        numbers, scales: scales, x + row * inputs, bias: bias, into: target + row * rowStride, rows: outputs,
        columns: inputs)
    }
  }

  /// So many weights become `Float` at a time that they stay in the cache of a core.
  func multiplyUnpacked(
    _ x: UnsafePointer<Float>, rows: Int, into target: UnsafeMutablePointer<Float>, rowStride: Int
  ) {
    let part = Swift.max(1, Swift.min(outputs, 262_144 / inputs))
    withUnsafeTemporaryAllocation(of: Float.self, capacity: part * inputs) { buffer in
      guard let buffer = buffer.baseAddress else { return }
      for first in stride(from: 0, to: outputs, by: part) {
        let count = Swift.min(part, outputs - first)
        Kernels.dequantizeRows(
          numbers + first * inputs, scales: scales + first, into: buffer, rows: count, columns: inputs)
        if let bias {
          for row in 0..<rows { (target + row * rowStride + first).update(from: bias + first, count: count) }
        }
        LinearAlgebra.multiply(
          MatrixOperand(start: x, rowStride: inputs),
          MatrixOperand(start: UnsafePointer(buffer), rowStride: inputs, isTransposed: true), rows: rows,
          inner: inputs, columns: count, into: target + first, resultStride: rowStride, keeping: bias == nil ? 0 : 1,
          isShared: false)
      }
    }
  }
}
