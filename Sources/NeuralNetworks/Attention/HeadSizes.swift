import Tensors

/// How the features of an attention are shared by its heads.
struct HeadSizes: Sendable {
  let features: Int
  let heads: Int
  let keyValueHeads: Int

  init(_ features: Int, heads: Int, keyValueHeads: Int) {
    checkSize("MultiHeadAttention", "features", features)
    checkSize("MultiHeadAttention", "heads", heads)
    checkSize("MultiHeadAttention", "heads of keys and values", keyValueHeads)
    guard features % heads == 0 else { stop(.headsDoNotDivide(features: features, heads: heads)) }
    guard heads % keyValueHeads == 0 else { stop(.heads(heads: heads, keyValueHeads: keyValueHeads)) }
    (self.features, self.heads, self.keyValueHeads) = (features, heads, keyValueHeads)
  }

  /// How many features each head has.
  var size: Int { features / heads }
  /// How many features all heads of keys have together.
  var keyValueFeatures: Int { keyValueHeads * size }
  /// Whether several heads of queries share one of keys and values.
  var areShared: Bool { keyValueHeads != heads }

  /// `[batch, time, heads · size]` as a view `[batch, heads, time, size]`.
  func split(_ x: Tensor, _ heads: Int) -> Tensor {
    x.reshaped(to: [x.shape[0], x.shape[1], heads, size]).transposed(1, 2)
  }

  /// `[batch, heads, time, size]` as `[batch, time, features]`.
  func joined(_ x: Tensor) -> Tensor { x.transposed(1, 2).reshaped(to: [x.shape[0], x.shape[2], features]) }
}
