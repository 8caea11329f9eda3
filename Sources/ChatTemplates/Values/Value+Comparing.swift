extension Value {
  /// Whether two values are equal, as Python has it: 1, 1.0 and true are.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.null, .null): return true
    case (.text(let left), .text(let right)): return left.isSame(as: right)
    case (.list(let left), .list(let right)):
      return left.isTuple == right.isTuple && left.items.count == right.items.count
        && zip(left.items, right.items).allSatisfy { $0.isSame(as: $1) }
    case (.dictionary(let left), .dictionary(let right)):
      return left.items.count == right.items.count
        && left.items.allSatisfy { entry in right[entry.key].map { $0.isSame(as: entry.value) } ?? false }
    case (.namespace(let left), .namespace(let right)): return left === right
    case (.loop(let left), .loop(let right)): return left === right
    case (.function(let left), .function(let right)): return left == right
    default:
      if let left = integer, let right = other.integer { return left == right }
      if let left = number, let right = other.number { return left == right }
      return false
    }
  }

  /// Whether this comes before another value; `nil` if they cannot be compared.
  func precedes(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.text(let left), .text(let right)): return left.precedes(right)
    case (.list(let left), .list(let right)) where left.isTuple == right.isTuple:
      for (one, another) in zip(left.items, right.items) where !one.isSame(as: another) { return one.precedes(another) }
      return left.items.count < right.items.count
    default:
      if let left = integer, let right = other.integer { return left < right }
      guard let left = number, let right = other.number else { return nil }
      return left < right
    }
  }
}
