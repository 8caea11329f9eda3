import NeuralNetworks
import Tensors

/// A GPT of the sizes that a case asks for: norms first, GELU by tanh, learned positions, the head tied to the tokens.
final class GPT: Module {
  let tokens: Embedding
  let positions: LearnedPositions
  let blocks: [TransformerBlock]
  let norm: LayerNorm

  init(_ sizes: BenchmarkCase.Sizes) {
    let width = sizes["width"]
    tokens = Embedding(sizes["vocabulary"], width)
    positions = LearnedPositions(sizes["block"], width)
    blocks = (0..<sizes["layers"]).map { _ in TransformerBlock(.gpt2(features: width, heads: sizes["heads"])) }
    norm = LayerNorm(width)
    // As small as GPT-2's first weights: the head is the table of tokens, and its scores must begin small.
    tokens.weight.value = Tensor.normal([sizes["vocabulary"], width], standardDeviation: 0.02)
  }

  /// The scores of all tokens for each position. `[batch, time]` to `[batch, time, vocabulary]`
  func callAsFunction(_ indices: Tensor) -> Tensor {
    var x = positions(tokens(indices))  // [batch, time, width]
    for block in blocks { x = block(x) }
    return linear(norm(x), weight: tokens.weight.value)
  }

  /// The scores after the last position, with what earlier calls left in the caches. `[batch, time]` to
  /// `[batch, vocabulary]`
  func lastLogits(_ indices: Tensor, caches: [BlockCache]) -> Tensor {
    var x = positions(tokens(indices), from: caches[0].count)
    for (block, cache) in zip(blocks, caches) { x = block(x, cache: cache) }
    let last = x[.all, x.shape[1] - 1]  // [batch, width]
    return linear(norm(last), weight: tokens.weight.value)
  }

  func newCaches() -> [BlockCache] { blocks.map { _ in BlockCache() } }
}
