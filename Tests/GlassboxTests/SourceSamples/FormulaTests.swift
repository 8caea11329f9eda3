import Foundation
import Glassbox
import Testing

/// Every formula of the articles as a function with the right definition. Where the printed formula is wrong, the comment
/// says why.
@Suite("Formulas of the articles") struct FormulaTests {
  @Test("Attention is softmax(QKᵀ/√d)V, and each row of weights sums to 1")
  func attentionFormula() {
    let (q, k) = (Tensor([[1, 0], [0, 1], [1, 1]]), Tensor([[1, 2], [0, 1]]))
    let v = Tensor([[1, 0, 2], [0, 3, 1]])
    let weights = softmax(q.matmul(k.transposed()) / 2.0.squareRoot())
    #expect(attentionWeights(query: q, key: k).isClose(to: weights, tolerance: 1e-6))
    #expect(attention(query: q, key: k, value: v).isClose(to: weights.matmul(v), tolerance: 1e-5))
    #expect(weights.sum(axis: -1).isClose(to: Tensor([1, 1, 1]), tolerance: 1e-6))
  }

  // Printed: W · x with x "the index". It is right if x is one-hot.
  @Test("An embedding is a product with one-hot numbers")
  func embedding() {
    let table = withRandomness(seed: 1) { Embedding(5, 3) }
    let oneHot = Tensor.oneHot(Tensor(indices: [4, 0]), classes: 5).converted(to: .float)
    #expect(oneHot.matmul(table.weight.value).isClose(to: table(Tensor(indices: [4, 0])), tolerance: 1e-6))
  }

  @Test("A layer with softmax is a classifier")
  func classifier() {
    let (w, b, x) = (Tensor([[1, 0], [0, 2], [1, 1]]), Tensor([0, 1, -1]), Tensor([[0.5, -1]]))
    let shares = softmax(linear(x, weight: w, bias: b))
    // Scores 0.5, -1, -1.5.
    #expect(shares.isClose(to: softmax(Tensor([[0.5, -1, -1.5]])), tolerance: 1e-6) && shares.shape == [1, 3])
  }

  // Printed: softmax(W h) with a hidden state h, whose softmax runs over hidden features. Attention by location has a row of W
  // for each position.
  @Test("Attention by location chooses among positions")
  func location() {
    let w = Tensor([[0, 1], [1, 0], [0, 1], [2, 2]])
    let weights = locationAttentionWeights(query: Tensor([[1, 0], [0, 1]]), weight: w)
    #expect(weights.shape == [2, 4])
    #expect(weights[0].isClose(to: softmax(Tensor([0, 1, 0, 2])), tolerance: 1e-6))
    #expect(weights.sum(axis: -1).isClose(to: Tensor([1, 1]), tolerance: 1e-6))
    // A text of two positions takes the first two rows.
    let short = locationAttentionWeights(query: Tensor([[1, 0]]), weight: w, count: 2)
    #expect(short.isClose(to: softmax(Tensor([[0, 1]])), tolerance: 1e-6))
  }

  @Test("A context is the sum of what the encoder gives, weighted by a softmax over its positions")
  func context() {
    let (query, memory) = (Tensor([[0.5, 1]]), Tensor([[1, 0], [0, 1], [1, 1]]))
    let unit = Tensor.eye(2)
    for weights in [
      attentionWeights(query: query, key: memory), bilinearAttentionWeights(query: query, key: memory, weight: unit),
      additiveAttentionWeights(query: query, key: memory, queryWeight: unit, keyWeight: unit, score: Tensor([1, 1])),
    ] {
      let context = weights.matmul(memory)
      let sum = (0..<3).reduce(Tensor.zeros([2])) { $0 + weights[0, $1...$1] * memory[$1] }
      #expect(weights.shape == [1, 3] && context[0].isClose(to: sum, tolerance: 1e-6))
      #expect(weights.sum().isClose(to: Tensor(1), tolerance: 1e-6))
    }
  }

  @Test("The mean squared error is the mean of (y - ŷ)², for numbers; a language model has another loss")
  func squaredError() {
    #expect(meanSquaredError(Tensor([1, 2, 4]), Tensor([1, 0, 1])).isClose(to: Tensor(13.0 / 3), tolerance: 1e-6))
  }

  // Printed with N as "the number of samples". The sum is over classes; over samples there is a mean.
  @Test("Cross-entropy is -Σ y ln ŷ over the classes, and the mean of that over samples")
  func crossEntropyFormula() {
    let logits = Tensor([[2, 1, 0.1], [0, 0, 3]])
    let shares = softmax(logits)
    let hard = Tensor([[1, 0, 0], [0, 0, 1]])
    let sums = -(hard * log(shares)).sum(axis: -1)
    #expect(crossEntropy(logits, Tensor(indices: [0, 2])).isClose(to: sums.mean(), tolerance: 1e-6))
    let soft = Tensor([[0.9, 0.1, 0], [0.2, 0.2, 0.6]])
    let softSums = -(soft * log(shares)).sum(axis: -1)
    #expect(crossEntropy(logits, probabilities: soft).isClose(to: softSums.mean(), tolerance: 1e-6))
    #expect(crossEntropy(logits, Tensor(indices: [0, 2]), reduction: .none).isClose(to: sums, tolerance: 1e-6))
  }

  // Printed as a vector: (1/z) Σ e^similarity, a single number; and as a loss: -ln similarity, which has no value where a
  // similarity is negative.
  @Test("Word2Vec makes -ln σ(u · v) - Σ ln σ(-u_k · v) small")
  func word2Vec() {
    let (v, u) = (Tensor([1, -2]), Tensor([-1, 0.5]))
    let negatives = Tensor([[1, 0], [0.5, 0.5]])
    // The products are -2, 1 and -0.5: the first one has no logarithm.
    let expected = -(log(sigmoid(Tensor(-2))) + log(sigmoid(Tensor(-1))) + log(sigmoid(Tensor(0.5))))
    #expect(negativeSamplingLoss(v, positive: u, negatives: negatives).isClose(to: expected, tolerance: 1e-6))
    #expect(log(Tensor(-2)).item.isNaN)
  }

  // Printed as σ(dot)/‖V‖, a single number, and with labels of ±1. GloVe fits logarithms of counts.
  @Test("GloVe makes f(X)(w · c + b + b̃ - ln X)² small, with f(x) = min(1, (x/max)^α)")
  func gloVe() {
    let (w, c) = (Tensor([0.5, 1]), Tensor([2, -1]))
    let loss = gloVeLoss(w, c, bias: Tensor(0.3), contextBias: Tensor(-0.1), count: 20)
    let difference = 0.2 - log(20.0)
    #expect(Swift.abs(loss.doubleItem - gloVeWeight(20) * difference * difference) < 1e-5)
    #expect(Swift.abs(gloVeWeight(20) - 0.299_07) < 1e-4 && gloVeWeight(100) == 1 && gloVeWeight(500) == 1)
  }

  // Printed as y = Decoder(context). A decoder also reads what it has written itself.
  @Test("A decoder reads the context and its own past")
  func decoder() {
    let model = withRandomness(seed: 2) {
      EncoderDecoder(
        EncoderDecoderConfiguration(sourceVocabularySize: 9, targetVocabularySize: 9, features: 8, layers: 1, heads: 2))
    }
    let context = model.encode(Tensor([[3, 4, 5]], dtype: .int))
    let (one, other) = (Tensor([[1, 2, 6]], dtype: .int), Tensor([[1, 7, 6]], dtype: .int))
    let (first, second) = (model.decode(one, memory: context), model.decode(other, memory: context))
    #expect(first[0, 0].isClose(to: second[0, 0], tolerance: 1e-5))
    #expect(!first[0, 2].isClose(to: second[0, 2], tolerance: 1e-4))
  }
}
