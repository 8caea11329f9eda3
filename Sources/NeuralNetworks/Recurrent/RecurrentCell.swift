import Randomness
import Tensors

/// One step of a recurrent network, and what such a network learns.
public protocol RecurrentCell: Module {
  /// `[gates · hidden, inputs]`
  var inputWeight: Parameter { get }
  /// `[gates · hidden, hidden]`
  var hiddenWeight: Parameter { get }
  /// `[gates · hidden]`
  var inputBias: Parameter? { get }
  /// `[gates · hidden]`
  var hiddenBias: Parameter? { get }
}

extension RecurrentCell {
  /// How many features come in.
  public var inputs: Int { inputWeight.shape[1] }
  /// How many numbers the cell gives, and has in mind.
  public var hidden: Int { hiddenWeight.shape[1] }
  /// All weights, for the functions that compute with them.
  public var weights: RecurrentWeights {
    RecurrentWeights(
      input: inputWeight.value, hidden: hiddenWeight.value, inputBias: inputBias?.value, hiddenBias: hiddenBias?.value)
  }
}

/// First numbers, all drawn evenly between -1/√hidden and 1/√hidden as PyTorch draws them.
struct RecurrentParameters {
  let inputWeight: Parameter
  let hiddenWeight: Parameter
  let inputBias: Parameter?
  let hiddenBias: Parameter?

  init(_ layer: String, gates: Int, _ inputs: Int, _ hidden: Int, bias: Bool, _ random: RandomSource) {
    checkSize(layer, "inputs", inputs)
    checkSize(layer, "hidden", hidden)
    let bound = 1 / Double(hidden).squareRoot()
    func drawn(_ shape: [Int]) -> Parameter { Parameter(.uniform(shape, in: -bound..<bound, random: random)) }
    inputWeight = drawn([gates * hidden, inputs])
    hiddenWeight = drawn([gates * hidden, hidden])
    inputBias = bias ? drawn([gates * hidden]) : nil
    hiddenBias = bias ? drawn([gates * hidden]) : nil
  }
}
