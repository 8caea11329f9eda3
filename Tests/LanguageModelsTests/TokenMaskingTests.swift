import Randomness
import Testing

@testable import LanguageModels
@testable import Tensors

@Suite("Gaps in texts") struct TokenMaskingTests {
  private static let masking = TokenMasking(maskToken: 4, vocabularySize: 1000, specialTokens: [0, 1, 2, 3, 4])

  // 400,000 tokens: a share p comes out within 5 · √(p (1 - p) / n) but once in two million runs.
  @Test("15 of 100 are chosen; of these 80 get the mask, 10 another token, 10 stay")
  func shares() {
    withRandomness(seed: 1) {
      let tokens = Tensor.randomIndices([1000, 400], below: 995) + 5
      let (inputs, targets) = Self.masking(tokens)
      let isChosen = targets .!= TokenMasking.ignored
      let chosen = Double(isChosen.nonZeroCount())
      #expect(abs(chosen / 400_000 - 0.15) < 0.003)
      #expect(select(isChosen, targets, tokens) == tokens)
      let masked = Double((inputs .== 4).nonZeroCount())
      let changed = Double((inputs .!= tokens).nonZeroCount())
      // One other token in 1,000 is the mask, and one is the same as before.
      #expect(abs(masked / chosen - 0.8001) < 0.01)
      #expect(abs((changed - masked) / chosen - 0.0998) < 0.008)
      #expect((logicalNot(isChosen).converted(to: .int) * (inputs - tokens)).nonZeroCount() == 0)
    }
  }

  @Test("Marks and padding are never chosen")
  func marks() {
    withRandomness(seed: 2) {
      let tokens = Tensor.randomIndices([200, 50], below: 5)
      let (inputs, targets) = Self.masking(tokens)
      #expect(inputs == tokens)
      #expect((targets .!= TokenMasking.ignored).nonZeroCount() == 0)
    }
  }

  @Test("The same seed makes the same gaps")
  func repeatable() {
    let tokens = Tensor([[10, 20, 30, 40, 50, 60, 70, 80]], dtype: .int)
    let first = Self.masking(tokens, random: RandomSource(seed: 3))
    let second = Self.masking(tokens, random: RandomSource(seed: 3))
    #expect(first.inputs == second.inputs && first.targets == second.targets)
  }
}
