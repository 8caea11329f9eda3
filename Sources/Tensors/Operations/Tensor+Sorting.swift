/// Numbers in the order of their size. What is no number (NaN) counts as larger than every number.
extension Tensor {
  /// The numbers of each line along an axis, the smallest first.
  ///
  ///     Tensor([3, 1, 2]).sorted()                       // 1  2  3
  ///     Tensor([3, 1, 2]).sorted(descending: true)       // 3  2  1
  ///
  /// The gradient of a number goes back to where it came from. Cost: n log n comparisons for a line of n numbers.
  public func sorted(axis: Int = -1, descending: Bool = false) -> Tensor {
    gatheringLines(argsorted(axis: axis, descending: descending), axis)
  }

  /// Where the numbers of each line stood before sorting. Equal numbers keep their order.
  ///
  ///     Tensor([3, 1, 2]).argsorted()     // 1  2  0
  public func argsorted(axis: Int = -1, descending: Bool = false) -> Tensor {
    places(axis, descending, count: rank == 0 ? 1 : shape[resolvedAxis(axis)])
  }

  /// The k largest numbers of each line along an axis, the largest first, and where they stand.
  ///
  ///     let (values, indices) = Tensor([3, 1, 2]).topK(2)     // 3  2  and  0  2
  ///
  /// Of equal numbers those that come first are taken. The gradient of a value goes back to where it came from.
  /// Cost: one pass over n numbers, and k steps for each number that is among the k largest so far.
  ///
  /// - Parameter largest: `false` for the smallest ones, the smallest first.
  public func topK(_ count: Int, axis: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor) {
    let size = rank == 0 ? 1 : shape[resolvedAxis(axis)]
    guard 0...size ~= count else { stop(.topCount(count, size: size, shape: shape)) }
    let indices = places(axis, largest, count: count)
    return (gatheringLines(indices, axis), indices)
  }

  private func gatheringLines(_ indices: Tensor, _ axis: Int) -> Tensor {
    rank == 0 ? unsqueezed(0).gather(indices.unsqueezed(0), axis: 0).squeezed(0) : gather(indices, axis: axis)
  }

  /// The places of the first numbers of each line, in order.
  private func places(_ axis: Int, _ descending: Bool, count: Int) -> Tensor {
    guard rank > 0 else { return unsqueezed(0).places(0, descending, count: count).reshaped(to: []) }
    let axis = resolvedAxis(axis)
    let turned = withoutTape.movedToEnd(axis)
    let keys = turned.sortingKeys(descending)
    let length = shape[axis]
    let places = (0..<turned.rowCount).flatMap { line in
      let entries = (0..<length).map { SortingKey(key: keys[line * length + $0], place: $0) }
      return entries.smallest(count).map(\.place)
    }
    return Tensor(places, shape: turned.shape.dropLast() + [count]).movedFromEnd(to: axis)
  }

  /// The numbers as integers that have the same order.
  private func sortingKeys(_ descending: Bool) -> [UInt64] {
    let keys: [UInt64] =
      dtype.isFloatingPoint
      ? doubles.map { $0.orderedBits } : ints.map { UInt64(bitPattern: Int64($0)) ^ (1 << 63) }
    return descending ? keys.map { ~$0 } : keys
  }

  /// The same numbers with the last axis as another one.
  private func movedFromEnd(to axis: Int) -> Tensor {
    guard axis != rank - 1 else { return self }
    var order = Array(shape.indices)
    order.insert(order.removeLast(), at: axis)
    return permuted(order)
  }
}

/// A number by whose size is sorted, and where it stood.
struct SortingKey: Comparable {
  let key: UInt64
  let place: Int

  static func < (left: SortingKey, right: SortingKey) -> Bool {
    left.key == right.key ? left.place < right.place : left.key < right.key
  }
}

extension [SortingKey] {
  /// The smallest entries in order: one pass that keeps the best so far.
  fileprivate func smallest(_ wanted: Int) -> [SortingKey] {
    guard wanted > 0 else { return [] }
    guard wanted <= count / 8 else { return Array(sorted().prefix(wanted)) }
    var best: [SortingKey] = []
    for entry in self {
      if best.count == wanted, !(entry < best[wanted - 1]) { continue }
      if best.count == wanted { best.removeLast() }
      best.insert(entry, at: best.firstIndex { entry < $0 } ?? best.count)
    }
    return best
  }
}

extension Double {
  /// An integer that is larger for a larger number; that of NaN is the largest, and both zeros have the same one.
  fileprivate var orderedBits: UInt64 {
    if isNaN { return .max }
    let bits = self == 0 ? 0 : bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}
