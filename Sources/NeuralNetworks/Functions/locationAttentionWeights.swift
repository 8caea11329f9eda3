import Tensors

/// How much each query takes from each position, without a look at what stands there: softmax of W query, the "location"
/// attention of Luong.
///
///     let positions = Tensor([[0, 1], [1, 0], [0, 1]])
///     locationAttentionWeights(query: Tensor([[1, 0]]), weight: positions)     // 0.212  0.576  0.212
///
/// W has a row for each position, so that the softmax chooses among positions. With a row for each hidden feature instead,
/// which some texts write, it would only mix the features of one step. Of a text that is shorter than W has rows, only the
/// first rows are taken.
///
/// Shapes: query `[…, time, features]`, weight `[positions, features]`, result `[…, time, count]`, each row of which sums to
/// 1. Cost: positions · features operations for each query. Source: Luong, Pham and Manning, Effective Approaches to
/// Attention-based Neural Machine Translation, 2015, section 3.1, equation 8.
///
/// - Parameter count: How many positions there are to choose from; as many as W has rows unless told otherwise.
public func locationAttentionWeights(query: Tensor, weight: Tensor, count: Int? = nil) -> Tensor {
  let rows = weight.shape.first ?? 0
  let count = count ?? rows
  guard 1...max(rows, 1) ~= count else {
    stop(.setting(of: "locationAttentionWeights", name: "count", value: Double(count), wanted: "from 1 to \(rows)"))
  }
  return softmax(linear(query, weight: weight[..<count]))
}
