import Tensors

/// Where the tokens of a batch are, so that nothing is computed for what fills up its short sequences.
///
/// The batch 5 6 · | 7 8 9 | 3 4 · becomes 5 6 3 4 7 8 9 for instance, which ``padded(_:)`` takes back to its places.
/// Sequences of the same length come one behind the other, the shortest first: a group of them is a batch without any
/// padding. Shapes: mask `[batch, time]`, padded `[batch, time, …]`, packed `[tokens, …]`.
package struct PackedSequences: Sendable {
  /// Some sequences of one length.
  struct Group: Sendable {
    let rows: Range<Int>
    let length: Int
  }

  let groups: [Group]
  /// How many sequences there are, the empty ones too, and how long they are with what fills them up.
  private let shape: [Int]
  /// The place of each token in the batch. `[tokens]`
  private let places: Tensor
  /// The row of each place among the tokens; behind the last of them for what fills up. `[batch · time]`
  private let rows: Tensor

  /// - Parameter mask: True for tokens, in any pattern, `[batch, time]`.
  package init(_ mask: Tensor) {
    let (batch, time) = (mask.shape[0], mask.shape[1])
    let isToken = mask.bools
    let sequences = (0..<batch).map { text in (text * time..<(text + 1) * time).filter { isToken[$0] } }
      .filter { !$0.isEmpty }.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
    let places = sequences.flatMap { $0 }
    var rows = Array(repeating: places.count, count: isToken.count)
    for (row, place) in places.enumerated() { rows[place] = row }
    shape = mask.shape
    (self.places, self.rows) = (Tensor(indices: places), Tensor(indices: rows))
    groups = sequences.map(\.count).reduce(into: []) { groups, length in
      let end = groups.last?.rows.upperBound ?? 0
      let isLonger = groups.last?.length != length
      let first = isLonger ? end : groups.removeLast().rows.lowerBound
      groups.append(Group(rows: first..<end + length, length: length))
    }
  }

  /// How many tokens there are.
  package var count: Int { places.count }

  /// The place of each token in its sequence, where what fills up counts too. `[tokens]`
  package var positions: Tensor { packed(Tensor.arange(shape[1], dtype: .int).broadcast(to: shape)) }

  /// The rows of the tokens. `[batch, time, …]` to `[tokens, …]`
  package func packed(_ x: Tensor) -> Tensor {
    x.reshaped(to: [rows.count] + x.shape.dropFirst(2)).selecting(places)
  }

  /// The rows of the tokens at their places, and zeros at all others. `[tokens, …]` to `[batch, time, …]`
  package func padded(_ x: Tensor) -> Tensor {
    let features = Array(x.shape.dropFirst())
    let withFiller = concatenated([x, Tensor.zeros([1] + features, dtype: x.dtype)])
    return withFiller.selecting(rows).reshaped(to: shape + features)
  }
}
