/// Remembers the signatures of recent messages, so that a recorded one cannot be sent again.
package struct SignatureHistory: Sendable {
  /// How many signatures are remembered by default; older ones are forgotten first.
  package static let usualCapacity = 65_536

  private let capacity: Int
  private var known: Set<[UInt8]> = []
  private var order: [[UInt8]] = []
  private var oldest = 0

  package init(capacity: Int = usualCapacity) {
    self.capacity = max(1, capacity)
  }

  /// Remembers a signature. Returns false when it was known.
  package mutating func insert(_ signature: [UInt8]) -> Bool {
    guard known.insert(signature).inserted else { return false }
    if order.count < capacity {
      order.append(signature)
    } else {
      known.remove(order[oldest])
      order[oldest] = signature
      oldest = (oldest + 1) % capacity
    }
    return true
  }
}
