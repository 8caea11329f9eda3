import Tensors

@testable import NeuralNetworks

/// A GPT that is small enough for tests, with the table of tokens used again as its head.
final class SmallGPT: Layer {
  let tokens: Embedding
  let positions: LearnedPositions
  let blocks: [TransformerBlock]
  let norm: LayerNorm
  let head: Linear

  init(vocabulary: Int = 65, features: Int = 8, blocks: Int = 3) {
    tokens = Embedding(vocabulary, features)
    positions = LearnedPositions(64, features)
    self.blocks = (0..<blocks).map { _ in TransformerBlock(.gpt2(features: features, heads: 2)) }
    norm = LayerNorm(features)
    head = Linear(weight: tokens.weight)
  }

  func forward(_ x: Tensor) -> Tensor { head(norm(blocks.reduce(positions(tokens(x))) { $1($0) })) }
}
