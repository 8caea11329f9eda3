import Tensors

/// How the features of an attention are shared by its heads.
struct HeadSizes: Sendable {
  let features: Int
  let heads: Int
  let keyValueHeads: Int
  /// How many features each head has.
  let size: Int

  /// - Parameter size: How many features each head has; an even share of all unless told otherwise.
  init(_ features: Int, heads: Int, keyValueHeads: Int, size: Int? = nil) {
    checkSize("MultiHeadAttention", "features", features)
    checkSize("MultiHeadAttention", "heads", heads)
    checkSize("MultiHeadAttention", "heads of keys and values", keyValueHeads)
    if let size {
      checkSize("MultiHeadAttention", "features of a head", size)
    } else if features % heads != 0 {
      stop(.headsDoNotDivide(features: features, heads: heads))
    }
    guard heads % keyValueHeads == 0 else { stop(.heads(heads: heads, keyValueHeads: keyValueHeads)) }
    (self.features, self.heads, self.keyValueHeads) = (features, heads, keyValueHeads)
    self.size = size ?? features / heads
  }

  /// How many features all heads of queries have together.
  var queryFeatures: Int { heads * size }
  /// How many features all heads of keys have together.
  var keyValueFeatures: Int { keyValueHeads * size }
  /// Whether several heads of queries share one of keys and values.
  var areShared: Bool { keyValueHeads != heads }

  /// `[batch, time, heads · size]` as a view `[batch, heads, time, size]`.
  func split(_ x: Tensor, _ heads: Int) -> Tensor {
    x.reshaped(to: [x.shape[0], x.shape[1], heads, size]).transposed(1, 2)
  }

  /// `[batch, heads, time, size]` as `[batch, time, heads · size]`.
  func joined(_ x: Tensor) -> Tensor { x.transposed(1, 2).reshaped(to: [x.shape[0], x.shape[2], queryFeatures]) }
}
