/// Finds those of many texts that another text begins with.
struct ScalarTrie: Sendable {
  /// Where each node leads by each scalar: node in the upper half of the key, scalar in the lower one.
  private var edges: [UInt64: Int32] = [:]
  private var values: [Int32] = [-1]

  mutating func insert(_ text: some Sequence<Unicode.Scalar>, value: Int) {
    var node: Int32 = 0
    for scalar in text {
      let key = UInt64(node) << 32 | UInt64(scalar.value)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = Int32(values.count)
        node = Int32(values.count)
        values.append(-1)
      }
    }
    values[Int(node)] = Int32(value)
  }

  /// The longest text that stands at the beginning, by its value and its length.
  func longest(in text: some Sequence<Unicode.Scalar>) -> (value: Int, length: Int)? {
    var best: (value: Int, length: Int)?
    forEach(in: text) { value, length in best = (value, length) }
    return best
  }

  /// All texts that stand at the beginning, the shortest first, by their values and their lengths.
  func forEach(in text: some Sequence<Unicode.Scalar>, _ body: (_ value: Int, _ length: Int) -> Void) {
    var node: Int32 = 0
    var length = 0
    for scalar in text {
      guard let next = edges[UInt64(node) << 32 | UInt64(scalar.value)] else { return }
      node = next
      length += 1
      if values[Int(node)] >= 0 { body(Int(values[Int(node)]), length) }
    }
  }
}
