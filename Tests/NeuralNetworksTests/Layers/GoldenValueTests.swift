import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// Numbers that can be checked on paper; those without another source were computed in plain Python from the formulas.
@Suite struct GoldenValueTests {
  @Test("Norms of 1, 2, 3, 4")
  func norms() {
    let x = Tensor([1, 2, 3, 4])
    // The mean is 2.5, the variance 1.25: (1 - 2.5) / √1.25001; the mean square is 7.5.
    let normal = Tensor([-1.341635, -0.447212, 0.447212, 1.341635])
    #expect(LayerNorm(4)(x).isClose(to: normal, tolerance: 1e-6))
    #expect(RMSNorm(4)(x).isClose(to: Tensor([0.365148, 0.730296, 1.095444, 1.460593]), tolerance: 1e-6))
  }

  @Test("Activations of -1, 0.5, 1 and 2")
  func activations() {
    let x = Tensor([-1, 0.5, 1, 2])
    #expect(GELU()(x).isClose(to: Tensor([-0.158655, 0.345731, 0.841345, 1.954500]), tolerance: 1e-6))
    #expect(GELU(.tanh)(x).isClose(to: Tensor([-0.158808, 0.345714, 0.841192, 1.954598]), tolerance: 1e-6))
    #expect(SiLU()(x).isClose(to: Tensor([-0.268941, 0.311230, 0.731059, 1.761594]), tolerance: 1e-6))
    #expect(ReLU()(x) == Tensor([0, 0.5, 1, 2]))
    for activation in Activation.allCases { #expect(activation(x) == activation.layer(x)) }
    // The numbers that the functions of the same names give in transformers 5.23.
    let wide = Tensor([-4, -1, 0.5, 2, 12])
    let wanted: [(Activation, [Float])] = [
      (.quickGELU, [-0.00441472, -0.154204, 0.350388, 1.93566, 12]),
      (.clippedGELU, [-0.000126481, -0.158655, 0.345731, 1.9545, 10]),
      (.mish, [-0.0725918, -0.303401, 0.375245, 1.94396, 12]),
      (.hardSwish, [-0, -0.333333, 0.291667, 1.66667, 12]),
      (.leakyReLU, [-0.04, -0.01, 0.5, 2, 12]),
      (.relu6, [0, 0, 0.5, 2, 6]),
      (.squaredReLU, [0, 0, 0.25, 4, 144]),
      (.laplace, [0, 0, 0.231421, 0.999998, 1]),
      (.squareRootSoftplus, [0.134722, 0.559698, 0.986953, 1.4584, 3.4641]),
      (.linear, [-4, -1, 0.5, 2, 12]),
    ]
    for (activation, numbers) in wanted {
      #expect(activation(wide).isClose(to: Tensor(numbers, shape: [5]), tolerance: 1e-5), "\(activation)")
    }
  }

  @Test("Three tokens that look at each other")
  func attentionTable() {
    let x = Tensor([[1, 0], [0, 1], [1, 1]])
    let value = Tensor([[1, 2], [3, 4], [5, 6]])
    let weights = Tensor([[0.4011, 0.1978, 0.4011], [0.1978, 0.4011, 0.4011], [0.2483, 0.2483, 0.5035]])
    #expect(attentionWeights(query: x, key: x).isClose(to: weights, tolerance: 1e-4))
    let result = Tensor([[3, 4], [3.4067, 4.4067], [3.5105, 4.5105]])
    #expect(attention(query: x, key: x, value: value).isClose(to: result, tolerance: 2e-5))
    let causal = Tensor([[1, 0, 0], [0.3302, 0.6698, 0], [0.2483, 0.2483, 0.5035]])
    #expect(attentionWeights(query: x, key: x, isCausal: true).isClose(to: causal, tolerance: 1e-4))
    let causalResult = Tensor([[1, 2], [2.3395, 3.3395], [3.5105, 4.5105]])
    #expect(attention(query: x, key: x, value: value, isCausal: true).isClose(to: causalResult, tolerance: 2e-5))
  }

  @Test("Waves at the positions 1 and 2")
  func waves() {
    let expected = Tensor([[0.841471, 0.540302, 0.010000, 0.999950], [0.909297, -0.416147, 0.019999, 0.999800]])
    #expect(sinusoidalPositions(3, features: 4)[1...].isClose(to: expected, tolerance: 1e-6))
  }

  @Test("Moving on turns a pair of waves by the same angle everywhere")
  func waveRotation() {
    let waves = sinusoidalPositions(20, features: 6, dtype: .double)
    // sin(t + d) = sin t cos d + cos t sin d, for a distance of 3 at the frequency of the second pair.
    let angle = Tensor([3 * exp(-log(10_000.0) / 3)], shape: [1], dtype: .double)
    for position in 0..<17 {
      let (s, c) = (waves[position, 2...2], waves[position, 3...3])
      let turned = s * cos(angle) + c * sin(angle)
      #expect(turned.isClose(to: waves[position + 3, 2...2], tolerance: 1e-12))
    }
  }

  @Test("A pair (1, 0) turned by one radian")
  func rotary() {
    let turned = RotaryPositions(2)(Tensor([[1, 0]]), from: 1)
    #expect(turned.isClose(to: Tensor([[0.540302, 0.841471]]), tolerance: 1e-6))
  }

  @Test("Products of turned queries and keys tell only how far apart they are", arguments: [0, 5, 100])
  func distance(start: Int) {
    let (q, k) = (Tensor([[0.3, -1, 2, 0.5]]), Tensor([[1, 0.2, -0.7, 1.1]]))
    for layout in [RotaryPositions.Layout.halves, .neighbours] {
      let positions = RotaryPositions(4, layout: layout)
      func product(_ i: Int, _ j: Int) -> Tensor { (positions(q, from: i) * positions(k, from: j)).sum() }
      #expect(product(start, start + 3).isClose(to: product(0, 3), tolerance: 1e-4))
    }
  }

  @Test("A small GPT with a tied head has 809,856 parameters")
  func parameterCount() {
    final class GPT: Module {
      let tokens = Embedding(65, 128)
      let positions = LearnedPositions(64, 128)
      let blocks = (0..<4).map { _ in TransformerBlock(.gpt2(features: 128, heads: 4)) }
      let norm = LayerNorm(128)
      let head: Linear
      init() { head = Linear(weight: tokens.weight) }
    }
    #expect(GPT().parameterCount == 809_856)
  }
}
