import Randomness
import Tensors

/// A row of learned features for each token.
///
///     let tokens = Embedding(65, 8)
///     tokens(Tensor([[3, 1, 4]], dtype: .int)).shape     // [1, 3, 8]
///
/// Shapes: indices `[…]` of type `Int`, result `[…, features]`, `weight` `[count, features]`. The same as a product
/// with one-hot rows, but nothing is multiplied: the rows are copied.
public final class Embedding: Layer {
  public let weight: Parameter
  /// The token that stands for nothing; its row learns nothing.
  public let paddingIndex: Int?

  /// Makes a table with normally distributed numbers, as PyTorch does; the row of the padding is zero.
  ///
  /// - Parameters:
  ///   - count: How many tokens there are, numbered from 0.
  ///   - features: How many numbers stand for each.
  ///   - paddingIndex: The token that fills up short texts, if there is one; counted from the end if negative.
  ///   - random: Where the numbers come from.
  public init(_ count: Int, _ features: Int, paddingIndex: Int? = nil, random: RandomSource = .current) {
    checkSize("Embedding", "tokens", count)
    checkSize("Embedding", "features", features)
    let padding = paddingIndex.map { $0 < 0 ? $0 + count : $0 }
    if let padding, !(0..<count ~= padding) { stop(.paddingIndex(paddingIndex ?? padding, count: count)) }
    var numbers = Tensor.normal([count, features], random: random)
    if let padding { numbers[padding] = Tensor.zeros([features]) }
    weight = Parameter(numbers)
    self.paddingIndex = padding
  }

  /// How many tokens there are.
  public var count: Int { weight.shape[0] }
  /// How many numbers stand for each.
  public var features: Int { weight.shape[1] }

  public func forward(_ indices: Tensor) -> Tensor {
    let indices = indices.asIndices("Embedding", below: count)
    let rows = weight.quantized?.rows(indices) ?? weight.value.selecting(indices)  // […, features]
    guard let paddingIndex else { return rows }
    // No gradient goes back to the row that stands for nothing.
    return select((indices .== paddingIndex).unsqueezed(-1), stopGradient(rows), rows)
  }
}
