internal import NumericKernels
import Parallelism
import Tensors

/// One way of a long short-term memory through a sequence, with what the way back needs.
struct LSTMPass: Sendable {
  let sequence: RecurrentPass
  /// All that gradients are wanted for, in the order in which ``gradients(_:cells:)`` gives them.
  let inputs: [Tensor]
  /// The gates after σ and tanh. `[time, batch, 4 · hidden]`
  private let gates: Tensor
  /// What is remembered before each step, and after the last: `[time + 1, batch, hidden]`.
  private let cells: Tensor

  var time: Int { sequence.time }
  private var block: Int { sequence.batch * sequence.width }

  /// Goes through the sequence; `nil` if the numbers are not of type `Float` or there are none.
  init?(_ x: Tensor, _ weights: RecurrentWeights, _ state: LSTMState?) {
    weights.check("lstm", gates: 4, x, [state?.hidden, state?.cells])
    inputs = [x] + weights.tensors + [state?.hidden, state?.cells].compactMap { $0 }
    guard inputs.allSatisfy({ $0.dtype == .float && $0.count > 0 }) else { return nil }
    sequence = RecurrentPass(x, weights, state?.hidden)
    gates = sequence.inputSums(bias: sequence.weights.bothBiases)
    cells = Tensor.unwritten([sequence.time + 1, sequence.batch, sequence.width])
    RecurrentPass.write(state?.cells, to: cells.freshStart(), count: block)
    sequence.forEachBand(compute)
    RecurrentPass.write(cells[time], to: sequence.state(time + 1), count: block)
  }

  private func compute(_ rows: Range<Int>, _ isShared: Bool) {
    let first = rows.lowerBound * sequence.width
    for step in 0..<time {
      let sums = gates.freshStart(Float.self) + 4 * step * block
      if step > 0 || sequence.hasFirstState {
        sequence.addHiddenSums(step, to: sums, rows: rows, isShared: isShared)
      }
      let cells = cells.freshStart(Float.self) + step * block + first
      Kernels.lstm(
        gates: sums + 4 * first, cells: cells, nextCells: cells + block, nextHidden: sequence.state(step + 1) + first,
        rows: rows.count, width: sequence.width)
    }
  }

  /// The output and behind it the last cells: `[time + 1, batch, hidden]`.
  var outputAndCells: Tensor { sequence.states.sliced(1...) }

  /// The gradients of all inputs.
  ///
  /// - Parameters:
  ///   - upstream: Of the output, `[time, batch, hidden]`.
  ///   - cells: Of the last cells.
  func gradients(_ upstream: Tensor, cells upstreamCells: Tensor?) -> [Tensor?] {
    let slopes = Tensor.unwritten(gates.shape)
    var states = upstream.contiguous()
    let cellSlopes = Tensor.unwritten([sequence.batch, sequence.width])
    RecurrentPass.write(upstreamCells, to: cellSlopes.freshStart(), count: block)
    let firstStates = Tensor.unwritten([sequence.batch, sequence.width])
    states.writing(Float.self) { states in
      sequence.forEachBand { rows, isShared in
        let first = rows.lowerBound * sequence.width
        let change = cellSlopes.freshStart(Float.self) + first
        for step in stride(from: time - 1, through: 0, by: -1) {
          let sums = slopes.freshStart(Float.self) + 4 * step * block
          let before = cells.freshStart(Float.self) + step * block + first
          Kernels.lstmBackward(
            hiddenUpstream: states + step * block + first, cellUpstream: change,
            gates: gates.start() + 4 * (step * block + first), cells: before, nextCells: before + block,
            gateGradients: sums + 4 * first, cellGradients: change, rows: rows.count, width: sequence.width)
          let target = step > 0 ? states + (step - 1) * block : firstStates.freshStart()
          if step > 0 || sequence.hasFirstState {
            sequence.addStateSlopes(sums, to: target, keeping: step > 0 ? 1 : 0, rows: rows, isShared: isShared)
          }
        }
      }
    }
    let ends = sequence.hasFirstState ? [firstStates, cellSlopes] : []
    return sequence.weightGradients(slopes, inputs) + ends
  }
}
