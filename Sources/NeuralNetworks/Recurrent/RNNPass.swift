internal import NumericKernels
import Parallelism
import Tensors

/// One way of a simple recurrent network through a sequence.
struct RNNPass: Sendable {
  let sequence: RecurrentPass
  /// All that gradients are wanted for, in the order in which ``gradients(_:)`` gives them.
  let inputs: [Tensor]
  private let activation: RecurrentActivation
  /// `[time, batch, hidden]`
  private let sums: Tensor

  private var time: Int { sequence.time }
  private var block: Int { sequence.batch * sequence.width }

  /// Goes through the sequence; `nil` if the numbers are not of type `Float` or there are none.
  init?(_ x: Tensor, _ weights: RecurrentWeights, _ activation: RecurrentActivation, _ state: Tensor?) {
    weights.check("rnn", gates: 1, x, [state])
    inputs = [x] + weights.tensors + [state].compactMap { $0 }
    guard inputs.allSatisfy({ $0.dtype == .float && $0.count > 0 }) else { return nil }
    self.activation = activation
    sequence = RecurrentPass(x, weights, state)
    sums = sequence.inputSums(bias: sequence.weights.bothBiases)
    sequence.forEachBand(compute)
  }

  private func compute(_ rows: Range<Int>, _ isShared: Bool) {
    let (first, count) = (rows.lowerBound * sequence.width, rows.count * sequence.width)
    for step in 0..<time {
      let sums = sums.freshStart(Float.self) + step * block
      if step > 0 || sequence.hasFirstState {
        sequence.addHiddenSums(step, to: sums, rows: rows, isShared: isShared)
      }
      let next = sequence.state(step + 1) + first
      switch activation {
      case .tanh: Kernels.tanh(sums + first, into: next, count: count)
      case .relu: Kernels.relu(sums + first, into: next, count: count)
      }
    }
  }

  /// The gradients of all inputs, from that of the output `[time, batch, hidden]`.
  func gradients(_ upstream: Tensor) -> [Tensor?] {
    var slopes = upstream.contiguous()
    let before = Tensor.unwritten([sequence.batch, sequence.width])
    slopes.writing(Float.self) { slopes in
      sequence.forEachBand { rows, isShared in
        let (first, count) = (rows.lowerBound * sequence.width, rows.count * sequence.width)
        for step in stride(from: time - 1, through: 0, by: -1) {
          let slope = slopes + step * block + first
          let result = sequence.state(step + 1) + first
          switch activation {
          case .tanh: Kernels.tanhDerivative(upstream: slope, result: result, into: slope, count: count)
          // Where the result is above 0 the sum was too.
          case .relu: Kernels.reluDerivative(upstream: slope, input: result, into: slope, count: count)
          }
          if step > 0 || sequence.hasFirstState {
            let target = step > 0 ? slopes + (step - 1) * block : before.freshStart()
            sequence.addStateSlopes(
              slopes + step * block, to: target, keeping: step > 0 ? 1 : 0, rows: rows, isShared: isShared)
          }
        }
      }
    }
    return sequence.weightGradients(slopes, inputs) + (sequence.hasFirstState ? [before] : [])
  }
}
