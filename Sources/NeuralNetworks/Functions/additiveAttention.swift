import Tensors

/// How much each query takes from each key, by a small network that scores them together: softmax of
/// scoreᵀ tanh(W query + U key), the attention of Bahdanau.
///
///     let weights = additiveAttentionWeights(
///       query: Tensor([[1, 0]]), key: Tensor([[1, 0], [0, 1], [1, 1]]),
///       queryWeight: Tensor([[1, 0], [0, 1]]), keyWeight: Tensor([[1, 0], [0, 1]]), score: Tensor([1, 1]))
///     weights     // 0.204  0.358  0.438
///
/// Shapes: query `[…, time, features]`, key `[…, other time, other features]`, queryWeight `[hidden, features]`, keyWeight
/// `[hidden, other features]`, score `[hidden]`, result `[…, time, other time]`, each row of which sums to 1: the softmax
/// runs over the positions, not over the hidden features. Times the values it gives what each query takes. Cost:
/// 2 · hidden operations for each pair, beside the two products. Source: Bahdanau, Cho and Bengio, Neural Machine
/// Translation by Jointly Learning to Align and Translate, 2015, section 3.1.
public func additiveAttentionWeights(
  query: Tensor, key: Tensor, queryWeight: Tensor, keyWeight: Tensor, score: Tensor, mask: Tensor? = nil
) -> Tensor {
  let queries = linear(query, weight: queryWeight).unsqueezed(-2)  // […, time, 1, hidden]
  let keys = linear(key, weight: keyWeight).unsqueezed(-3)  // […, 1, other time, hidden]
  return maskedSoftmax((tanh(queries + keys) * score).sum(axis: -1), mask)
}

/// How much each query takes from each key, by a product with a matrix between: softmax of queryᵀ W key, the "general"
/// attention of Luong. With the unit matrix for W it is his "dot".
///
///     bilinearAttentionWeights(
///       query: Tensor([[1, 0]]), key: Tensor([[1, 0], [0, 1]]), weight: Tensor([[1, 0], [0, 1]]))     // 0.731  0.269
///
/// Shapes: query `[…, time, features]`, key `[…, other time, other features]`, weight `[features, other features]`, result
/// `[…, time, other time]`. Source: Luong, Pham and Manning, Effective Approaches to Attention-based Neural Machine
/// Translation, 2015, section 3.1.
public func bilinearAttentionWeights(query: Tensor, key: Tensor, weight: Tensor, mask: Tensor? = nil) -> Tensor {
  maskedSoftmax(query.matmul(linear(key, weight: weight).transposed()), mask)
}

/// - Parameter mask: Which positions may be looked at; every query may look at one or more.
private func maskedSoftmax(_ scores: Tensor, _ mask: Tensor?) -> Tensor {
  softmax(mask.map { select($0, scores, -Double.infinity) } ?? scores)
}
