import Tensors

/// The weights of a recurrent cell: for what comes in, and for what the cell itself has given the step before.
///
///     let weights = RecurrentWeights(input: Tensor.ones([2, 3]), hidden: Tensor.zeros([2, 2]))
///     weights.inputs                                     // 3
///     weights.width                                      // 2
///
/// The sums of all gates lie under each other: three for a ``GRU``, four for an ``LSTM``, one for an ``RNN``.
public struct RecurrentWeights: Sendable {
  /// `[gates · hidden, inputs]`
  public let input: Tensor
  /// `[gates · hidden, hidden]`
  public let hidden: Tensor
  /// `[gates · hidden]`
  public let inputBias: Tensor?
  /// `[gates · hidden]`
  public let hiddenBias: Tensor?

  /// Joins the weights of a cell. Their shapes are looked at when they are used.
  public init(input: Tensor, hidden: Tensor, inputBias: Tensor? = nil, hiddenBias: Tensor? = nil) {
    (self.input, self.hidden, self.inputBias, self.hiddenBias) = (input, hidden, inputBias, hiddenBias)
  }

  /// How many features come in.
  public var inputs: Int { input.shape[1] }
  /// How many numbers the cell hands on.
  public var width: Int { hidden.shape[1] }
}

extension RecurrentWeights {
  /// Those that there are.
  var tensors: [Tensor] { [input, hidden, inputBias, hiddenBias].compactMap { $0 } }

  /// The same as constants.
  var withoutTape: RecurrentWeights {
    RecurrentWeights(
      input: stopGradient(input).contiguous(), hidden: stopGradient(hidden).contiguous(),
      inputBias: inputBias.map { stopGradient($0) }, hiddenBias: hiddenBias.map { stopGradient($0) })
  }

  /// The sum of the biases, where both are added at the same place.
  var bothBiases: Tensor? {
    guard let inputBias, let hiddenBias else { return inputBias ?? hiddenBias }
    return inputBias + hiddenBias
  }

  /// Stops with a sentence unless everything fits.
  func check(_ operation: String, gates: Int, _ x: Tensor, rank: Int = 3, _ states: [Tensor?]) {
    guard input.rank == 2, hidden.rank == 2, hidden.shape[0] == gates * hidden.shape[1] else {
      stop(.parameterSize(operation: operation, name: "hidden weight", shape: hidden.shape, expected: [gates, 1]))
    }
    let sums = gates * width
    for (name, tensor, wanted) in [
      ("input weight", input, [sums, inputs]), ("input bias", inputBias, [sums]), ("hidden bias", hiddenBias, [sums]),
    ] {
      guard let tensor, tensor.shape != wanted else { continue }
      stop(.parameterSize(operation: operation, name: name, shape: tensor.shape, expected: wanted))
    }
    guard x.rank == rank else { stop(.recurrentInput(operation: operation, shape: x.shape, isSequence: rank == 3)) }
    guard x.shape[rank - 1] == inputs else {
      stop(.features(operation: operation, input: x.shape, expected: inputs, axis: -1))
    }
    if rank == 3, x.shape[1] == 0 { stop(.emptySequence(operation: operation, shape: x.shape)) }
    for case let state? in states where state.shape != [x.shape[0], width] {
      stop(.recurrentState(operation: operation, shape: state.shape, expected: [x.shape[0], width]))
    }
  }

  /// The sums of all gates for one step: x Wᵀ + b + h Uᵀ + d. `[batch, gates · hidden]`
  func sums(_ x: Tensor, _ state: Tensor?) -> Tensor {
    let fromInput = linearByHand(x, weight: input, bias: inputBias)
    return state.map { fromInput + hiddenSums($0) } ?? hiddenBias.map { fromInput + $0 } ?? fromInput
  }

  /// h Uᵀ + d.
  func hiddenSums(_ state: Tensor) -> Tensor { linearByHand(state, weight: hidden, bias: hiddenBias) }
}
