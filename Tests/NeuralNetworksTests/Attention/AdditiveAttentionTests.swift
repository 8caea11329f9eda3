import NeuralNetworks
import Tensors
import Testing

@Suite("Attention by a small network, and by a matrix") struct AdditiveAttentionTests {
  private func numbers(_ shape: [Int], _ seed: Int) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor((0..<count).map { Double(($0 * 37 + seed * 11) % 23) / 11.5 - 1 }, shape: shape, dtype: .double)
  }

  // By hand: the sums of tanh are 0.964 + 0, 0.762 + 0.762 and 0.964 + 0.762.
  @Test("One query and three keys, by hand") func worked() {
    let unit = Tensor.eye(2)
    let keys = Tensor([[1, 0], [0, 1], [1, 1]])
    let weights = additiveAttentionWeights(
      query: Tensor([[1, 0]]), key: keys, queryWeight: unit, keyWeight: unit, score: Tensor([1, 1]))
    #expect(weights.isClose(to: Tensor([[0.204462, 0.357645, 0.437893]]), tolerance: 1e-5))
    let bilinear = bilinearAttentionWeights(query: Tensor([[1, 0]]), key: keys[..<2], weight: unit)
    #expect(bilinear.isClose(to: Tensor([[0.731059, 0.268941]]), tolerance: 1e-5))
  }

  @Test("It is the formula, pair by pair, for texts of a batch") func formula() {
    let (query, key) = (numbers([2, 3, 4], 1), numbers([2, 5, 6], 2))
    let (w, u, v) = (numbers([7, 4], 3), numbers([7, 6], 4), numbers([7], 5))
    let weights = additiveAttentionWeights(query: query, key: key, queryWeight: w, keyWeight: u, score: v)
    let matrix = numbers([4, 6], 6)
    let bilinear = bilinearAttentionWeights(query: query, key: key, weight: matrix)
    #expect(weights.shape == [2, 3, 5] && bilinear.shape == [2, 3, 5])
    for text in 0..<2 {
      for time in 0..<3 {
        let q = query[text][time]
        let scores = (0..<5).map { (v * tanh(w.matmul(q) + u.matmul(key[text][$0]))).sum() }
        #expect(weights[text][time].isClose(to: softmax(stacked(scores)), tolerance: 1e-9))
        let products = (0..<5).map { (q * matrix.matmul(key[text][$0])).sum() }
        #expect(bilinear[text][time].isClose(to: softmax(stacked(products)), tolerance: 1e-9))
      }
    }
  }

  @Test("Each row sums to 1, also with a mask, and what is masked gets nothing") func mask() {
    let mask = Tensor([[true, false, true, true, false]])
    let (query, key) = (numbers([2, 3, 4], 1), numbers([2, 5, 6], 2))
    let both = [
      additiveAttentionWeights(
        query: query, key: key, queryWeight: numbers([7, 4], 3), keyWeight: numbers([7, 6], 4), score: numbers([7], 5),
        mask: mask),
      bilinearAttentionWeights(query: query, key: key, weight: numbers([4, 6], 6), mask: mask),
    ]
    for weights in both {
      #expect(weights.sum(axis: -1).isClose(to: .ones([2, 3], dtype: .double), tolerance: 1e-9))
      #expect(weights.max(axes: [0, 1]).doubles[1] == 0 && weights.max(axes: [0, 1]).doubles[4] == 0)
    }
  }

  // What one article calls attention, softmax(W h), has no positions to choose from: it mixes the features of one step.
  @Test("When keys change places, so do their weights; softmax(W h) knows nothing of that") func permuted() {
    let (query, key) = (numbers([1, 4], 1), numbers([5, 6], 2))
    let order = Tensor([3, 0, 4, 1, 2], dtype: .int)
    func weights(_ key: Tensor) -> Tensor {
      bilinearAttentionWeights(query: query, key: key, weight: numbers([4, 6], 6))
    }
    #expect(weights(key.selecting(order)).isClose(to: weights(key).selecting(order, axis: 1), tolerance: 1e-9))
    let step = softmax(linear(query[0], weight: numbers([4, 4], 8)))
    #expect(step.shape == [4])
  }

  @Test("Gradients are right") func gradients() {
    let inputs = [numbers([2, 3], 1), numbers([4, 2], 2), numbers([3, 3], 3), numbers([3, 2], 4), numbers([3], 5)]
    let additive = GradientCheck(at: inputs) {
      additiveAttentionWeights(query: $0[0], key: $0[1], queryWeight: $0[2], keyWeight: $0[3], score: $0[4])
    }
    #expect(additive.passes, "\(additive)")
    let bilinear = GradientCheck(at: [inputs[0], inputs[1], numbers([3, 2], 7)]) {
      bilinearAttentionWeights(query: $0[0], key: $0[1], weight: $0[2])
    }
    #expect(bilinear.passes, "\(bilinear)")
  }
}
