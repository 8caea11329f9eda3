import LinearAlgebra
import Parallelism
import Tensors

/// What the fast versions of all recurrent layers share: the steps of a sequence under each other in memory, so that each
/// is one block, and the products of matrices that are the same for all.
struct RecurrentPass: Sendable {
  /// `[time, batch, inputs]`
  let x: Tensor
  let weights: RecurrentWeights
  /// What the cell gives, with what it began with in front and room for one more step behind: `[time + 2, batch, hidden]`.
  let states: Tensor
  let hasFirstState: Bool

  var time: Int { x.shape[0] }
  var batch: Int { x.shape[1] }
  var width: Int { weights.width }

  /// - Parameter x: `[batch, time, inputs]`
  init(_ x: Tensor, _ weights: RecurrentWeights, _ first: Tensor?) {
    self.x = stopGradient(x).transposed(0, 1).contiguous()
    self.weights = weights.withoutTape
    hasFirstState = first != nil
    states = Tensor.unwritten([self.x.shape[0] + 2, self.x.shape[1], weights.width])
    RecurrentPass.write(first, to: states.freshStart(), count: batch * width)
  }

  /// Copies a state, or zeros if there is none.
  static func write(_ state: Tensor?, to target: UnsafeMutablePointer<Float>, count: Int) {
    if let state {
      stopGradient(state).contiguous().reading(Float.self) { target.initialize(from: $0, count: count) }
    } else {
      target.initialize(repeating: 0, count: count)
    }
  }

  /// x Wᵀ + b for all steps at once: `[time, batch, gates · hidden]`.
  ///
  /// - Parameter bias: One sum of biases is enough where both biases are added at the same place.
  func inputSums(bias: Tensor?) -> Tensor { withoutGradients { linear(x, weight: weights.input, bias: bias) } }

  /// Adds h Uᵀ for the state before a step to the sums of some rows of that step.
  func addHiddenSums(
    _ step: Int, to sums: UnsafeMutablePointer<Float>, keeping: Float = 1, rows: Range<Int>, isShared: Bool
  ) {
    let columns = weights.hidden.shape[0]
    multiply(
      MatrixOperand(start: state(step) + rows.lowerBound * width, rowStride: width),
      MatrixOperand(start: weights.hidden.floatStart, rowStride: width, isTransposed: true), rows: rows.count,
      inner: width, columns: columns, into: sums + rows.lowerBound * columns, keeping: keeping, isShared: isShared)
  }

  /// Adds what comes back from the sums of a step to what comes back to the state before: slope · U.
  func addStateSlopes(
    _ sums: UnsafePointer<Float>, to slopes: UnsafeMutablePointer<Float>, keeping: Float = 1, rows: Range<Int>,
    isShared: Bool
  ) {
    let inner = weights.hidden.shape[0]
    multiply(
      MatrixOperand(start: sums + rows.lowerBound * inner, rowStride: inner),
      MatrixOperand(start: weights.hidden.floatStart, rowStride: width), rows: rows.count, inner: inner, columns: width,
      into: slopes + rows.lowerBound * width, keeping: keeping, isShared: isShared)
  }

  /// Where the state before a step begins; at step 0 the first one.
  func state(_ step: Int) -> UnsafeMutablePointer<Float> { states.freshStart(Float.self) + step * batch * width }

  /// Does something for some rows of the batch, which do not hang on each other, on all cores.
  func forEachBand(_ body: (_ rows: Range<Int>, _ isShared: Bool) -> Void) {
    let bands = batch >= 2 * threadCount ? threadCount : 1
    parallel(pieces: bands) { band in
      body(batch * band / bands..<batch * (band + 1) / bands, bands == 1)
    }
  }

  /// What the cell has given at each step. `[batch, time, hidden]`
  var output: Tensor { states.sliced(1..<time + 1).transposed(0, 1) }
}

extension RecurrentPass {
  /// The gradients of the input and of the weights.
  ///
  /// - Parameters:
  ///   - slopes: Of the sums of all steps, `[time, batch, gates · hidden]`.
  ///   - hiddenSlopes: Of that part of them that comes from the states, where it is not the same.
  ///   - inputs: The input and the weights, to see which gradients are wanted.
  func weightGradients(_ slopes: Tensor, hidden hiddenSlopes: Tensor? = nil, _ inputs: [Tensor]) -> [Tensor?] {
    func rows(_ x: Tensor) -> Tensor { x.reshaped(to: [-1, x.shape[2]]) }
    let sums = rows(slopes)  // [time · batch, gates · hidden]
    let hiddenSums = hiddenSlopes.map(rows) ?? sums
    let before = states.sliced(0..<time)  // what the cell had given before each step
    let hasBias = weights.inputBias != nil || weights.hiddenBias != nil
    let bias = hasBias ? sums.sum(axis: 0) : nil
    var gradients = [
      inputs[0].isOnTape ? sums.matmul(weights.input).reshaped(to: x.shape).transposed(0, 1) : nil,
      inputs[1].isOnTape ? sums.transposed().matmul(rows(x)) : nil,
      inputs[2].isOnTape ? hiddenSums.transposed().matmul(rows(before)) : nil,
    ]
    if weights.inputBias != nil { gradients.append(bias) }
    if weights.hiddenBias != nil { gradients.append(hiddenSlopes == nil ? bias : hiddenSums.sum(axis: 0)) }
    return gradients
  }
}
