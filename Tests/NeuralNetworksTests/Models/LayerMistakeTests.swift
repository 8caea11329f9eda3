import Tensors
import Testing

@testable import NeuralNetworks

/// Mistakes in making and calling layers end the program, or in a notebook the cell, with a sentence.
@Suite struct LayerMistakeTests {
  /// Each wrong call, and a part of the sentence that it ends with.
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case noInputs, features, oneNumber, token, fractionToken, paddingToken, lastAxes, probability, sizes, noLayer
    case heads, sharedHeads, attentionFeatures, attentionAxes, packedMemory, rotaryMemory, memoryMissing, memoryTooMuch
    case positions, positionFeatures, negativePosition, odd, rotated, length, noLength, mask, packed, packedHeads
    case cacheAxes, cacheTimes, cacheHeads, cacheBatch, cacheSize, cacheType, cacheIndices, cacheEnd
    case parameterType, biasShape, sameName

    var words: String {
      switch self {
      case .noInputs: "Linear: the number of inputs is at least 1, not 0."
      case .features: "linear needs 3 numbers on axis -1; the input [2, 4] has 4."
      case .oneNumber: "linear needs 3 numbers on the last axis; the input is a single number."
      case .token: "Embedding: index 5 is out of range; there are 5, numbered 0 to 4."
      case .fractionToken: "Embedding needs indices, a tensor of type Int; this one holds Float."
      case .paddingToken: "the token for padding, 5, is none of the 5 tokens, which are numbered 0 to 4."
      case .lastAxes: "LayerNorm was made for inputs whose last axes are [3, 4]; this one is [2, 4]."
      case .probability: "Dropout: a probability is a number between 0 and 1, not 1.5."
      case .sizes: "MLP needs at least two sizes, what goes in and what comes out: [2, 16, 1] for instance, not [2]."
      case .noLayer: "there is no layer 1; the layers are numbered 0 to 0."
      case .heads: "3 heads cannot share 8 features evenly. Use 2 or 4, for instance."
      case .sharedHeads: "4 heads of queries cannot share 3 heads of keys and values evenly."
      case .attentionFeatures: "MultiHeadAttention needs 4 numbers on axis -1; the input [1, 2, 3] has 3."
      case .attentionAxes: "MultiHeadAttention needs an input [batch, time, features]; this one is [4]."
      case .packedMemory: "keys or values are made of 6 features and queries of 4. Their weights cannot be packed"
      case .rotaryMemory: "rotary positions are for a sequence that looks at itself"
      case .memoryMissing: "TransformerBlock looks at a memory, what an encoder gave: block(x, memory: …)."
      case .memoryTooMuch: "was given a memory and has no attention for it. Set looksAtMemory"
      case .positions: "LearnedPositions has 4 positions, and 6 are needed."
      case .positionFeatures: "SinusoidalPositions needs 4 numbers on axis -1; the input [2, 6] has 6."
      case .negativePosition: "positions are counted from 0; the first one cannot be -1."
      case .odd: "RotaryPositions works on pairs of features; their number is even and not 0, unlike 3."
      case .rotated: "RotaryPositions turns 4 features of each head, and the heads have only 2."
      case .cacheAxes: "agree in batch, heads and new; these are keys [3, 4] and values [3, 4]."
      case .cacheTimes: "these are keys [1, 1, 2, 4] and values [1, 1, 3, 4]."
      case .cacheHeads: "these are keys [1, 2, 3, 4] and values [1, 1, 3, 4]."
      case .cacheSize: "holds [batch, heads, room, size] [1, 1, 16, 4], to which [1, 1, 1, 2] cannot be added"
      case .cacheType: "KeyValueCache holds Float, to which Double cannot be added."
      case .cacheIndices: "KeyValueCache needs numbers that can change a little: Float or Double, not Int."
      case .cacheBatch: "to which [1, 1, 1, 2] cannot be added: batch, heads and size must agree."
      case .cacheEnd: "KeyValueCache holds 0 positions; it cannot be cut to 3."
      case .length: "paddingMask: a text has from 0 to 3 positions, not 4."
      case .noLength: "paddingMask: a text has from 0 to 0 positions, not -1."
      case .mask: "the mask [2, 3] cannot be stretched to the scores [1, 2, 3, 3]"
      case .packed: "and 2 heads that share the features evenly; the input is [1, 2, 9]."
      case .packedHeads: "and 9223372036854775807 heads that share the features evenly; the input is [1, 2, 9]."
      case .parameterType: "A parameter is made of numbers that can change a little: Float or Double, not Int."
      case .sameName: "Two different parameters of the model have the name 'layers.a.0.weight'."
      case .biasShape: "Linear needs a bias of shape [3], not [2]."
      }
    }

    func make() {
      let x = Tensor.zeros([1, 3, 4])
      switch self {
      case .noInputs: _ = Linear(0, 3)
      case .features: _ = Linear(3, 2)(Tensor.zeros([2, 4]))
      case .oneNumber: _ = Linear(3, 2)(Tensor(1))
      case .token: _ = Embedding(5, 2)(Tensor(indices: [5]))
      case .fractionToken: _ = Embedding(5, 2)(Tensor([1, 2]))
      case .paddingToken: _ = Embedding(5, 2, paddingIndex: 5)
      case .lastAxes: _ = LayerNorm([3, 4])(Tensor.zeros([2, 4]))
      case .probability: _ = Dropout(1.5)
      case .sizes: _ = MLP([2])
      case .noLayer: _ = Sequential(ReLU())[1]
      case .heads: _ = MultiHeadAttention(8, heads: 3)
      case .sharedHeads: _ = MultiHeadAttention(8, heads: 4, keyValueHeads: 3)
      case .attentionFeatures: _ = MultiHeadAttention(4, heads: 2)(Tensor.zeros([1, 2, 3]))
      case .attentionAxes: _ = MultiHeadAttention(4, heads: 2)(Tensor.zeros([4]))
      case .packedMemory: _ = MultiHeadAttention(4, heads: 2, memory: (keys: 6, values: 4))
      case .rotaryMemory: _ = MultiHeadAttention(4, heads: 2, rotary: RotaryPositions(2))(x, memory: x)
      case .memoryMissing: _ = TransformerBlock(.originalDecoder(features: 4, heads: 2))(x)
      case .memoryTooMuch: _ = TransformerBlock(.gpt2(features: 4, heads: 2))(x, memory: x)
      case .positions: _ = LearnedPositions(4, 4)(x, from: 3)
      case .positionFeatures: _ = SinusoidalPositions(4)(Tensor.zeros([2, 6]))
      case .negativePosition: _ = SinusoidalPositions(4)(x, from: -1)
      case .odd: _ = RotaryPositions(3)
      case .rotated: _ = RotaryPositions(4)(Tensor.zeros([3, 2]))
      case .cacheBatch:
        let cache = KeyValueCache()
        _ = cache.append(keys: Tensor.zeros([2, 1, 1, 2]), values: Tensor.zeros([2, 1, 1, 2]))
        _ = cache.append(keys: Tensor.zeros([1, 1, 1, 2]), values: Tensor.zeros([1, 1, 1, 2]))
      case .cacheAxes: _ = KeyValueCache().append(keys: x[0], values: x[0])
      case .cacheTimes:
        _ = KeyValueCache().append(keys: .zeros([1, 1, 2, 4]), values: .zeros([1, 1, 3, 4]))
      case .cacheHeads:
        _ = KeyValueCache().append(keys: .zeros([1, 2, 3, 4]), values: .zeros([1, 1, 3, 4]))
      case .cacheSize:
        let cache = KeyValueCache()
        _ = cache.append(keys: .zeros([1, 1, 1, 4]), values: .zeros([1, 1, 1, 4]))
        _ = cache.append(keys: .zeros([1, 1, 1, 4]), values: .zeros([1, 1, 1, 2]))
      case .cacheType:
        let cache = KeyValueCache()
        _ = cache.append(keys: .zeros([1, 1, 1, 4]), values: .zeros([1, 1, 1, 4]))
        _ = cache.append(keys: .zeros([1, 1, 1, 4]), values: .zeros([1, 1, 1, 4], dtype: .double))
      case .cacheIndices:
        _ = KeyValueCache().append(keys: .zeros([1, 1, 1, 4], dtype: .int), values: .zeros([1, 1, 1, 4]))
      case .cacheEnd: KeyValueCache().truncate(to: 3)
      case .length: _ = paddingMask(lengths: [4], time: 3)
      case .noLength: _ = paddingMask(lengths: [-1])
      case .mask: _ = MultiHeadAttention(4, heads: 2)(x, mask: Tensor.ones([2, 3], dtype: .bool))
      case .packed: _ = selfAttention(packed: Tensor.zeros([1, 2, 9]), heads: 2)
      case .packedHeads: _ = selfAttention(packed: Tensor.zeros([1, 2, 9]), heads: .max)
      case .parameterType: Linear(2, 2).convert(to: .int)
      case .sameName:
        // A key with a point in it looks like a part of a part.
        final class Model: Module {
          let layers: [String: any Module] = ["a": Sequential(Linear(1, 1)), "a.0": Linear(1, 1)]
        }
        _ = Model().state
      case .biasShape: _ = Linear(weight: Parameter(.zeros([3, 2])), bias: Parameter(.zeros([2])))
      }
    }
  }

  @Test(arguments: Mistake.allCases)
  func mistake(_ mistake: Mistake) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      mistake.make()
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains(mistake.words), "\(words)")
  }
}
