import Randomness
import Tensors

extension TokenBatch {
  /// The batch with some of the tokens that are read replaced by others, drawn from a text as often as they stand there.
  func withNoise(_ share: Double, from text: [Int], _ generator: RandomGenerator) -> TokenBatch {
    var generator = generator
    let width = max(inputs.shape[1], 1)
    let tokens = inputs.ints.map { token in
      generator.uniform() < Float(share) ? text[generator.integer(below: text.count)] : token
    }
    let targets = targets.ints
    let starts = stride(from: 0, to: tokens.count, by: width)
    return TokenBatch(
      inputs: starts.map { Array(tokens[$0..<$0 + width]) }, targets: starts.map { Array(targets[$0..<$0 + width]) })
  }
}
