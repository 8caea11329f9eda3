internal import NumericKernels
import Parallelism
import Tensors

/// One way of a gated recurrent unit through a sequence, with what the way back needs.
struct GRUPass: Sendable {
  let sequence: RecurrentPass
  /// All that gradients are wanted for, in the order in which ``gradients(_:)`` gives them.
  let inputs: [Tensor]
  /// The gates after σ and tanh. `[time, batch, 3 · hidden]`
  private let gates: Tensor
  /// h Uᵀ + d. `[time, batch, 3 · hidden]`
  private let hiddenSums: Tensor

  private var time: Int { sequence.time }
  private var block: Int { sequence.batch * sequence.width }

  /// Goes through the sequence; `nil` if the numbers are not of type `Float` or there are none.
  init?(_ x: Tensor, _ weights: RecurrentWeights, _ state: Tensor?) {
    weights.check("gru", gates: 3, x, [state])
    inputs = [x] + weights.tensors + [state].compactMap { $0 }
    guard inputs.allSatisfy({ $0.dtype == .float && $0.count > 0 }) else { return nil }
    sequence = RecurrentPass(x, weights, state)
    gates = sequence.inputSums(bias: sequence.weights.inputBias)
    hiddenSums = Tensor.unwritten(gates.shape)
    sequence.forEachBand(compute)
  }

  private func compute(_ rows: Range<Int>, _ isShared: Bool) {
    let (width, first) = (sequence.width, rows.lowerBound * sequence.width)
    for step in 0..<time {
      let sums = hiddenSums.freshStart(Float.self) + 3 * step * block
      writeBias(to: sums + 3 * first, rows: rows.count)
      if step > 0 || sequence.hasFirstState {
        sequence.addHiddenSums(step, to: sums, rows: rows, isShared: isShared)
      }
      let gates = gates.freshStart(Float.self) + 3 * (step * block + first)
      Kernels.gru(
        inputProducts: gates, hiddenProducts: sums + 3 * first, hidden: sequence.state(step) + first, gates: gates,
        nextHidden: sequence.state(step + 1) + first, rows: rows.count, width: width)
    }
  }

  private func writeBias(to sums: UnsafeMutablePointer<Float>, rows: Int) {
    let columns = 3 * sequence.width
    guard let bias = sequence.weights.hiddenBias else { return sums.initialize(repeating: 0, count: rows * columns) }
    bias.reading(Float.self) { bias in
      for row in 0..<rows { (sums + row * columns).initialize(from: bias, count: columns) }
    }
  }

  /// The gradients of all inputs, from that of the output `[time, batch, hidden]`.
  func gradients(_ upstream: Tensor) -> [Tensor?] {
    let (slopes, hiddenSlopes) = (Tensor.unwritten(gates.shape), Tensor.unwritten(gates.shape))
    var states = upstream.contiguous()
    let before = Tensor.unwritten([sequence.batch, sequence.width])
    states.writing(Float.self) { states in
      sequence.forEachBand { rows, isShared in
        let first = rows.lowerBound * sequence.width
        let direct = before.freshStart(Float.self) + first
        for step in stride(from: time - 1, through: 0, by: -1) {
          let place = step * block + first
          Kernels.gruBackward(
            upstream: states + place, gates: gates.start() + 3 * place, hiddenProducts: hiddenSums.start() + 3 * place,
            hidden: sequence.state(step) + first, inputGradients: slopes.freshStart() + 3 * place,
            hiddenProductGradients: hiddenSlopes.freshStart() + 3 * place, hiddenGradients: direct, rows: rows.count,
            width: sequence.width)
          let sums = hiddenSlopes.freshStart(Float.self) + 3 * step * block
          if step > 0 {
            let target = states + (step - 1) * block
            Kernels.accumulate(direct, into: target + first, count: rows.count * sequence.width)
            sequence.addStateSlopes(sums, to: target, rows: rows, isShared: isShared)
          } else if sequence.hasFirstState {
            sequence.addStateSlopes(sums, to: before.freshStart(), rows: rows, isShared: isShared)
          }
        }
      }
    }
    return sequence.weightGradients(slopes, hidden: hiddenSlopes, inputs) + (sequence.hasFirstState ? [before] : [])
  }
}
