import Foundation
import Glassbox
import Testing

/// The examples of NeuralNetworks that make layers and compute with them.
@Suite("The examples of layers") struct LayerExampleTests {
  private func isClose(_ tensor: Tensor, _ numbers: [Double]) -> Bool {
    tensor.flattened().isClose(to: Tensor(numbers), tolerance: 1e-3)
  }

  @Test("Activations")
  func activations() {
    #expect(Activation.relu(Tensor([-1, 2])) == Tensor([0, 2]))
    #expect(ActivationLayer(.squaredReLU)(Tensor([-1, 3])) == Tensor([0, 9]))
    #expect(ReLU()(Tensor([-1, 0, 2])) == Tensor([0, 0, 2]))
    #expect(isClose(GELU()(Tensor([-1, 0.5])), [-0.159, 0.346]))
    #expect(isClose(SiLU()(Tensor([0, 2])), [0, 1.762]))
    #expect(isClose(Sigmoid()(Tensor([0, 2])), [0.5, 0.881]))
    #expect(isClose(Tanh()(Tensor([-10, 0, 0.5])), [-1, 0, 0.462]))
    #expect(isClose(softplus(Tensor([-100, 0, 100])), [0, 0.6931, 100]))
  }

  @Test("Functions")
  func functions() {
    #expect(isClose(crossEntropy(Tensor([[2, 1, 0.1]]), Tensor(indices: [0])), [0.417]))
    #expect(isClose(crossEntropy(Tensor([[2, 1, 0.1]]), probabilities: Tensor([[0.9, 0.1, 0]])), [0.517]))
    #expect(Set(dropout(Tensor.ones([4]), probability: 0.5).floats).isSubset(of: [0, 2]))
    #expect(isClose(layerNorm(Tensor([1, 2, 3, 4])), [-1.342, -0.447, 0.447, 1.342]))
    #expect(isClose(rmsNorm(Tensor([1, 2, 3, 4])), [0.365, 0.730, 1.095, 1.461]))
    #expect(linear(Tensor([1, 2]), weight: Tensor([[3, 4], [5, 6], [7, 8]])) == Tensor([11, 17, 23]))
    #expect(causalMask(2, 3) == Tensor([[true, true, false], [true, true, true]]))
    let lengths = Tensor([true, true, true, true, false, false])
    #expect(paddingMask(lengths: [3, 1], time: 3).flattened() == lengths)
    // swift-format-ignore
    let padding = paddingMask(of: Tensor([[5, 7, 0], [4, 0, 0]], dtype: .int), padding: 0)
    #expect(padding.flattened() == Tensor([true, true, false, true, false, false]))
    #expect(combinedMask(causalMask(3, 3), paddingMask(lengths: [3, 1]))?.shape == [2, 1, 3, 3])
  }

  @Test("Attention")
  func attentionExamples() {
    let three = Tensor([[1, 0], [0, 1], [1, 1]])
    #expect(isClose(attention(query: three, key: three, value: Tensor([[1, 2], [3, 4], [5, 6]]))[0], [3, 4]))
    #expect(isClose(attentionWeights(query: three, key: three)[0], [0.401, 0.198, 0.401]))
    #expect(selfAttention(packed: Tensor.ones([2, 5, 24]), heads: 4, isCausal: true).shape == [2, 5, 8])
    let backward = MultiHeadAttention(8, heads: 2, isCausal: true)
    #expect(backward(Tensor.zeros([1, 5, 8])).shape == [1, 5, 8])
    let across = MultiHeadAttention(8, heads: 2)
    #expect(across(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])).shape == [1, 5, 8])
    let reader = MultiHeadAttention(8, heads: 2, isCausal: true)
    let text = Tensor.normal([1, 6, 8])
    let cache = KeyValueCache()
    let first = withoutGradients { reader(text[.all, ..<5], cache: cache) }
    let next = withoutGradients { reader(text[.all, 5...], cache: cache) }
    #expect(concatenated([first, next], axis: 1).isClose(to: reader(text), tolerance: 1e-5))
    #expect(cache.count == 6)
  }

  @Test("Layers")
  func layers() {
    let weighing = Linear(4, 3)
    #expect(weighing(Tensor.zeros([2, 4])).shape == [2, 3])
    #expect(weighing.weight.shape == [3, 4])
    let characters = Embedding(65, 128)
    let head = Linear(weight: characters.weight)
    #expect(head(Tensor.zeros([1, 128])).shape == [1, 65])
    let tokens = Embedding(65, 8)
    #expect(tokens(Tensor([[3, 1, 4]], dtype: .int)).shape == [1, 3, 8])
    let feedForward = FeedForward(8, hidden: 32)
    #expect(feedForward(Tensor.zeros([2, 5, 8])).shape == [2, 5, 8])
    let gated = SwiGLU(8, hidden: 24)
    #expect(gated(Tensor.zeros([2, 5, 8])).shape == [2, 5, 8])
    let norm = LayerNorm(4)
    #expect(isClose(norm(Tensor([1, 2, 3, 4])), [-1.342, -0.447, 0.447, 1.342]))
    #expect(LayerNorm([3, 4])(Tensor.arange(24).reshaped(to: [2, 3, 4])).shape == [2, 3, 4])
    let scaling = RMSNorm(4)
    #expect(isClose(scaling(Tensor([1, 2, 3, 4])), [0.365, 0.730, 1.095, 1.461]))
    let dropping = Dropout(0.1)
    #expect(dropping(Tensor.ones([4])).shape == [4])
    #expect(evaluating { dropping(Tensor.ones([4])) } == Tensor.ones([4]))
    let network = MLP([2, 16, 16, 1], activation: .tanh)
    #expect(network(Tensor.zeros([5, 2])).shape == [5, 1])
    let chain = Sequential(Linear(4, 16), ReLU(), Linear(16, 3))
    #expect(chain(Tensor.zeros([2, 4])).shape == [2, 3])
    #expect(chain[0] is Linear)
    #expect(chain.namedParameters.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
  }

  @Test("Positions")
  func positions() {
    let learned = LearnedPositions(64, 8)
    #expect(learned(Tensor.zeros([2, 5, 8])).shape == [2, 5, 8])
    let waves = SinusoidalPositions(8)
    #expect(waves(Tensor.zeros([2, 5, 8])).shape == [2, 5, 8])
    #expect(isClose(sinusoidalPositions(3, features: 4)[1], [0.841, 0.540, 0.010, 1]))
    let turning = RotaryPositions(2)
    #expect(isClose(turning(Tensor([[1, 0]]), from: 1), [0.540, 0.841]))
    #expect(isClose(RotaryScaling.linear(factor: 4).scaled(Tensor([1.0, 0.01])), [0.25, 0.0025]))
    var yarn = YaRN(factor: 4, contextLength: 2048)
    #expect(abs(yarn.attentionFactor - 1.1386) < 1e-4)
    yarn.attentionFactor = 1
  }

  @Test("Blocks")
  func blocks() {
    let writing = TransformerBlock(.gpt2(features: 8, heads: 2))
    #expect(writing(Tensor.zeros([1, 5, 8])).shape == [1, 5, 8])
    let decoder = TransformerBlock(.originalDecoder(features: 8, heads: 2))
    #expect(decoder(Tensor.zeros([1, 5, 8]), memory: Tensor.zeros([1, 9, 8])).shape == [1, 5, 8])
    var configuration = TransformerConfiguration.gpt2(features: 128, heads: 4)
    configuration.dropout = 0.1
    let careful = TransformerBlock(configuration)
    #expect(careful(Tensor.zeros([1, 5, 128])).shape == [1, 5, 128])
    let caches = (0..<4).map { _ in BlockCache() }
    #expect(caches.map(\.count) == [0, 0, 0, 0])
  }

  @Test("Weights as bytes")
  func quantizing() {
    let matrix = QuantizedMatrix(Tensor([[0.5, -1.27], [0.01, 0.02]]))
    #expect(isClose(Tensor(matrix.scales.map(Double.init)), [0.01, 0.00015748]))
    #expect(matrix.row(0).elementsEqual([50, -127]))
    let weight = Tensor([[3, 4], [5, 6], [7, 8]])
    #expect(isClose(linear(Tensor([1, 2]), weight: QuantizedMatrix(weight)), [10.992, 17.008, 22.992]))
    let network = MLP([4, 8, 2])
    network.quantizeWeights()
    #expect(network.parameters.map(\.isQuantized) == [true, false, true, false])
  }
}
