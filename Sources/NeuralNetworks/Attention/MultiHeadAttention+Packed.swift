import Tensors

extension MultiHeadAttention {
  /// Lets each token look at those of its own sequence. `[tokens, features]` to the same.
  ///
  /// The linear layers take all tokens at once, and the heads take sequences of one length at a time, so that no mask
  /// is needed. The same as the padded sequences with a mask, but nothing is dropped out and no weights are shown.
  package func callAsFunction(_ x: Tensor, in sequences: PackedSequences) -> Tensor {
    let (query, key, value) = projectedSelf(x.unsqueezed(0))  // [1, heads, tokens, size]
    let mixed = sequences.groups.map { group in
      func part(_ x: Tensor) -> Tensor {  // [sequences, heads, time, size]
        let rows = x.sliced(group.rows, axis: 2).transposed(1, 2)
        return rows.reshaped(to: [-1, group.length] + rows.shape.suffix(2)).transposed(1, 2)
      }
      func turned(_ x: Tensor) -> Tensor { rotary?(x) ?? x }
      let result = attention(
        query: turned(part(query)), key: turned(part(key)), value: part(value), isCausal: isCausal, scale: scale)
      return sizes.joined(result).reshaped(to: [group.rows.count, sizes.queryFeatures])
    }
    return output(concatenated(mixed))
  }
}
