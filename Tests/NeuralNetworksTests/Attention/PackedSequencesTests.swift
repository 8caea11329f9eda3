import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// Sequences of several lengths without what fills them up.
@Suite("Packed sequences") struct PackedSequencesTests {
  @Test("Tokens come by the length of their sequences, and go back to their places")
  func places() {
    let mask = Tensor([[1, 1, 0], [1, 1, 1], [0, 0, 0], [1, 0, 1]], dtype: .int) .> 0
    let sequences = PackedSequences(mask)
    #expect(sequences.count == 7)
    #expect(sequences.groups.map(\.length) == [2, 3] && sequences.groups.map(\.rows) == [0..<4, 4..<7])
    let tokens = Tensor([[1, 2, 9], [3, 4, 5], [9, 9, 9], [6, 9, 7]], dtype: .int)
    #expect(sequences.packed(tokens).ints == [1, 2, 6, 7, 3, 4, 5])
    #expect(sequences.positions.ints == [0, 1, 0, 2, 0, 1, 2])
    #expect(sequences.padded(sequences.packed(tokens)) == select(mask, tokens, Tensor.zeros([], dtype: .int)))
  }

  @Test("Nothing but tokens, nothing but padding, and nothing at all")
  func extremes() {
    let full = PackedSequences(Tensor.ones([2, 3], dtype: .bool))
    #expect(full.count == 6 && full.groups.map(\.length) == [3])
    let features = Tensor.arange(12).reshaped(to: [2, 3, 2])
    #expect(full.padded(full.packed(features)) == features)
    let empty = PackedSequences(Tensor.zeros([2, 3], dtype: .bool))
    #expect(empty.count == 0 && empty.groups.isEmpty)
    #expect(empty.padded(empty.packed(features)) == Tensor.zeros([2, 3, 2]))
    #expect(PackedSequences(Tensor.zeros([0, 3], dtype: .bool)).packed(Tensor.zeros([0, 3, 2])).shape == [0, 2])
  }

  @Test(
    "Attention is that of padded sequences with a mask", arguments: AttentionProjections.allCases,
    [(2, nil), (1, nil), (1, 24)] as [(Int, Int?)])
  func attention(projections: AttentionProjections, heads: (shared: Int, size: Int?)) {
    let random = RandomSource(seed: 1)
    let layer = MultiHeadAttention(
      32, heads: 2, headSize: heads.size, keyValueHeads: heads.shared, projections: projections, random: random)
    for number in 0..<8 {
      let mask = Tensor.bernoulli([4, 9], probability: Double(number) / 7, random: random)
      let sequences = PackedSequences(mask)
      guard sequences.count > 0 else { continue }
      let x = Tensor.normal([4, 9, 32], random: random)
      let packed = sequences.padded(layer(sequences.packed(x), in: sequences))
      let padded = layer(x, mask: mask.unsqueezed(1).unsqueezed(1))
      // Sums of 32 products in another order.
      #expect(packed.isClose(to: select(mask.unsqueezed(2), padded, Tensor.zeros([])), tolerance: 1e-5))
    }
  }

  @Test("Positions that turn, and nobody looking ahead")
  func causal() {
    let random = RandomSource(seed: 2)
    let layer = MultiHeadAttention(32, heads: 2, isCausal: true, rotary: RotaryPositions(16), random: random)
    let mask = paddingMask(lengths: [3, 7, 1, 7], time: 8)
    let sequences = PackedSequences(mask.reshaped(to: [4, 8]))
    let x = Tensor.normal([4, 8, 32], random: random)
    let packed = sequences.padded(layer(sequences.packed(x), in: sequences))
    let padded = select(mask.reshaped(to: [4, 8, 1]), layer(x, mask: mask), Tensor.zeros([]))
    #expect(packed.isClose(to: padded, tolerance: 1e-5))
  }
}
