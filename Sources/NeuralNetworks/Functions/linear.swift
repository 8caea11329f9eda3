import LinearAlgebra
internal import NumericKernels
import Parallelism
import Tensors

/// A weighted sum of the features for each output: y = x Wᵀ + b.
///
///     linear(Tensor([1, 2]), weight: Tensor([[3, 4], [5, 6], [7, 8]]))     // 11  17  23
///
/// Shapes: x `[…, inputs]`, weight `[outputs, inputs]`, bias `[outputs]`, result `[…, outputs]`.
/// Cost: 2 · rows · inputs · outputs operations. ``linearByHand(_:weight:bias:)`` does the same in tensor operations.
public func linear(_ x: Tensor, weight: Tensor, bias: Tensor? = nil) -> Tensor {
  checkLinear(x, weight, bias)
  let inputs = [x, weight, bias].compactMap { $0 }
  guard inputs.allSatisfy({ $0.dtype == .float && $0.count > 0 }) else {
    return linearByHand(x, weight: weight, bias: bias)
  }
  return product(x, weight, bias).recorded("linear", inputs) { upstream in
    let slope = rows(upstream)  // [rows, outputs]
    return [
      x.isOnTape ? slope.matmul(weight).reshaped(to: x.shape) : nil,
      weight.isOnTape ? slope.transposed().matmul(rows(x)) : nil,
      bias?.isOnTape == true ? slope.sum(axis: 0) : nil,
    ]
  }
}

/// The same with a parameter as the weight, which may be rounded to 8 bits.
package func linear(_ x: Tensor, weight: Parameter, bias: Tensor? = nil) -> Tensor {
  weight.quantized.map { linear(x, weight: $0, bias: bias) } ?? linear(x, weight: weight.value, bias: bias)
}

/// The same with ``gelu(_:_:)`` of the result, and without a way back: the result is bent before it leaves the processor's
/// cache.
func linear(_ x: Tensor, weight: Tensor, bias: Tensor?, gelu formula: GELUFormula) -> Tensor {
  checkLinear(x, weight, bias)
  let inputs = [x, weight, bias].compactMap { $0 }
  guard inputs.allSatisfy({ $0.dtype == .float && $0.count > 0 }) else {
    return gelu(linearByHand(x, weight: weight, bias: bias), formula)
  }
  let bend = formula == .exact ? Kernels.gelu : Kernels.geluTanh
  return product(x, weight, bias) { row, count in bend(row, row, count) }
}

/// The same as ``linear(_:weight:bias:)``, as it is written in books.
public func linearByHand(_ x: Tensor, weight: Tensor, bias: Tensor? = nil) -> Tensor {
  checkLinear(x, weight, bias)
  let y = x.matmul(weight.transposed())  // […, inputs] · [inputs, outputs] = […, outputs]
  return bias.map { y + $0 } ?? y
}

/// All rows under each other: `[…, features]` as `[rows, features]`.
private func rows(_ x: Tensor) -> Tensor { x.rank == 2 ? x : x.reshaped(to: [-1, x.shape[x.rank - 1]]) }

/// The bias is written to each row of the result first, and the product is added to it: that saves going over the result
/// once more. Each thread does both for a band of rows.
/// - Parameter finish: What is done to each row in the end, while it is still in the processor's cache.
private func product(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?,
  finish: ((_ row: UnsafeMutablePointer<Float>, _ count: Int) -> Void)? = nil
) -> Tensor {
  let (inputs, outputs) = (weight.shape[1], weight.shape[0])
  let x = stopGradient(x).contiguous()
  let weight = WeightOperand(weight)
  let bias = bias.map { stopGradient($0).contiguous() }
  let rows = x.count / inputs
  let result = Tensor.unwritten(x.shape.dropLast() + [outputs])
  withExtendedLifetime((x, weight, bias)) {
    let target: UnsafeMutablePointer<Float> = result.freshStart()
    if rows == 1 {
      weight.multiply(x.start(), bias: bias?.start(), into: target)
      finish?(target, outputs)
      return
    }
    // Few long rows are better shared by columns, inside the product.
    let isSharedByRows = rows >= outputs || rows >= 32 * threadCount
    let smallest = isSharedByRows ? Swift.max(16, 200_000 / Swift.max(inputs * outputs, 1)) : rows
    let pieces = Swift.max(1, Swift.min(threadCount, rows / smallest))
    // Bands begin at multiples of 16, so that none ends in the middle of a vector.
    func bound(_ piece: Int) -> Int { piece == pieces ? rows : rows * piece / pieces / 16 * 16 }
    parallel(pieces: pieces) { piece in
      let (first, end) = (bound(piece), bound(piece + 1))
      if let bias {
        for row in first..<end { (target + row * outputs).initialize(from: bias.start(), count: outputs) }
      }
      multiply(
        MatrixOperand(start: x.start() + first * inputs, rowStride: inputs), weight.transposed, rows: end - first,
        inner: inputs, columns: outputs, into: target + first * outputs, keeping: bias == nil ? 0 : 1,
        isShared: !isSharedByRows)
      if let finish { for row in first..<end { finish(target + row * outputs, outputs) } }
    }
  }
  return result
}

private func checkLinear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) {
  guard weight.rank == 2 else {
    stop(.parameterSize(operation: "linear", name: "weight", shape: weight.shape, expected: [-1, x.shape.last ?? 1]))
  }
  guard x.shape.last == weight.shape[1] else {
    stop(.features(operation: "linear", input: x.shape, expected: weight.shape[1], axis: -1))
  }
  if let bias, bias.shape != [weight.shape[0]] {
    stop(.parameterSize(operation: "linear", name: "bias", shape: bias.shape, expected: [weight.shape[0]]))
  }
}
