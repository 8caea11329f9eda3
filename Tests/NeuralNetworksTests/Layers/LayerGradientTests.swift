import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// Every number of every parameter and input of every layer against a measured slope, in double precision.
@Suite struct LayerGradientTests {
  /// A layer, and the shape of an input for it.
  struct Sample: Sendable, CustomStringConvertible {
    let description: String
    let shape: [Int]
    let make: @Sendable () -> any Layer
  }

  static let samples = [
    Sample(description: "Linear", shape: [2, 3]) { Linear(3, 4) },
    Sample(description: "Linear without bias", shape: [2, 2, 3]) { Linear(3, 2, bias: false) },
    Sample(description: "LayerNorm", shape: [3, 4]) { LayerNorm(4) },
    Sample(description: "LayerNorm over two axes", shape: [2, 3, 4]) { LayerNorm([3, 4]) },
    Sample(description: "LayerNorm without parameters", shape: [2, 4]) { LayerNorm(4, isScaled: false) },
    Sample(description: "RMSNorm", shape: [3, 4]) { RMSNorm(4) },
    Sample(description: "MLP", shape: [3, 2]) { MLP([2, 4, 3, 1], activation: .tanh) },
    Sample(description: "FeedForward", shape: [2, 3]) { FeedForward(3, hidden: 5, activation: .geluTanh) },
    Sample(description: "SwiGLU", shape: [2, 3]) { SwiGLU(3, hidden: 5, bias: true) },
    Sample(description: "Sequential", shape: [2, 3]) { Sequential(Linear(3, 4), SiLU(), LayerNorm(4), Sigmoid()) },
    Sample(description: "SinusoidalPositions", shape: [2, 3, 4]) { SinusoidalPositions(4) },
    Sample(description: "LearnedPositions", shape: [2, 3, 4]) { LearnedPositions(5, 4) },
    Sample(description: "MultiHeadAttention", shape: [2, 3, 4]) { MultiHeadAttention(4, heads: 2) },
    Sample(description: "causal, separate", shape: [1, 3, 4]) {
      MultiHeadAttention(4, heads: 2, isCausal: true, projections: .separate)
    },
    Sample(description: "rotary, shared heads", shape: [1, 3, 8]) {
      MultiHeadAttention(8, heads: 4, keyValueHeads: 2, isCausal: true, rotary: RotaryPositions(2))
    },
    Sample(description: "wide heads", shape: [1, 3, 4]) { MultiHeadAttention(4, heads: 2, headSize: 3) },
    Sample(description: "narrow, rotary, shared heads", shape: [1, 3, 5]) {
      MultiHeadAttention(
        5, heads: 4, headSize: 2, keyValueHeads: 2, isCausal: true, rotary: RotaryPositions(2), projections: .separate)
    },
    Sample(description: "encoder block", shape: [1, 3, 4]) {
      TransformerBlock(.originalEncoder(features: 4, heads: 2).with(.gelu))
    },
    Sample(description: "GPT-2's block", shape: [1, 3, 4]) { TransformerBlock(.gpt2(features: 4, heads: 2)) },
    Sample(description: "BERT's block", shape: [1, 3, 4]) { TransformerBlock(.bert(features: 4, heads: 2)) },
    Sample(description: "Llama's block", shape: [1, 3, 4]) {
      TransformerBlock(.llama(features: 4, heads: 2, keyValueHeads: 1))
    },
  ]

  @Test(arguments: samples)
  func layer(sample: Sample) {
    withRandomness(seed: 4) {
      let layer = sample.make()
      for parameter in layer.parameters { parameter.value = .normal(parameter.shape) }
      let check = GradientCheck(of: layer, at: [.normal(sample.shape)]) { layer($0[0]) }
      #expect(check.passes, "\(check)")
      #expect(check.entries.count == layer.parameterCount + sample.shape.reduce(1, *))
      #expect(layer.parameters.allSatisfy { $0.dtype == .float })
    }
  }

  @Test("An embedding, whose padding learns nothing")
  func embedding() {
    withRandomness(seed: 5) {
      let layer = Embedding(4, 3)
      let check = GradientCheck(of: layer) { _ in layer(Tensor([[1, 3], [1, 0]], dtype: .int)) }
      #expect(check.passes, "\(check)")
      let padded = Embedding(4, 3, paddingIndex: 1)
      padded(Tensor([[1, 3], [1, 0]], dtype: .int)).sum().backward()
      #expect(padded.weight.gradient == Tensor([[1, 1, 1], [0, 0, 0], [0, 0, 0], [1, 1, 1]]))
    }
  }

  @Test("Checking leaves a model as it was, and takes frozen parameters for constants")
  func untouched() throws {
    let layer = Linear(3, 2)
    layer.weight.isTrainable = false
    layer(Tensor.ones([3])).sum().backward()
    let before = layer.state
    let check = GradientCheck(of: layer, at: [Tensor.ones([3])]) { layer($0[0]) }
    #expect(check.passes && check.entries.count == 3 + 2)
    #expect(layer.state == before)
    #expect(try #require(layer.bias).gradient == Tensor.ones([2]))
    #expect(
      GradientCheck(of: layer, at: [Tensor.ones([3])]) { layer($0[0]) + layer($0[0]).withoutTape }.passes == false)
  }

  @Test("Attention to a memory, and a decoder block", arguments: AttentionProjections.allCases)
  func memory(projections: AttentionProjections) {
    withRandomness(seed: 6) {
      let inputs = [Tensor.normal([1, 2, 4]), Tensor.normal([1, 3, 4])]
      for size in [nil, 3] {
        let layer = MultiHeadAttention(4, heads: 2, headSize: size, keyValueHeads: 1, projections: projections)
        let check = GradientCheck(of: layer, at: inputs) { layer($0[0], memory: $0[1]) }
        #expect(check.passes, "\(check)")
      }
      let block = TransformerBlock(.originalDecoder(features: 4, heads: 2).with(.silu))
      let blockCheck = GradientCheck(of: block, at: inputs) { block($0[0], memory: $0[1]) }
      #expect(blockCheck.passes, "\(blockCheck)")
    }
  }

  @Test("Rotary positions have gradients of gradients", arguments: [RotaryPositions.Layout.halves, .neighbours])
  func rotary(layout: RotaryPositions.Layout) {
    let positions = RotaryPositions(4, layout: layout)
    let x = Tensor.normal([2, 3, 6], random: RandomSource(seed: 7))
    let check = GradientCheck(at: [x]) { x in gradient(at: x[0]) { square(square(positions($0))).sum() } }
    #expect(check.passes, "\(check)")
  }
}

extension TransformerConfiguration {
  /// With another activation: relu has a kink, where no slope can be measured.
  fileprivate func with(_ activation: Activation) -> TransformerConfiguration {
    var configuration = self
    configuration.activation = activation
    return configuration
  }
}
