import FoundationEssentials

/// Estimates the bytes of memory that a value owns, its own and those behind its references.
///
/// Arrays of plain values are counted exactly; other values are followed piece by piece until a budget is used up, and a
/// long collection is judged by its first elements.
struct ByteEstimate {
  private var budget = 2_000
  private var seenObjects: Set<ObjectIdentifier> = []
  private static let sampleCount = 64

  /// The bytes that `value` owns.
  static func bytes(of value: Any) -> Int {
    var estimate = ByteEstimate()
    return estimate.inline(value) + estimate.owned(value)
  }

  /// The bytes of the value itself, where it stands.
  private func inline(_ value: Any) -> Int {
    func size<Value>(_ value: Value) -> Int { MemoryLayout<Value>.stride }
    return _openExistential(value, do: size)
  }

  /// The bytes that lie elsewhere and belong to the value.
  private mutating func owned(_ value: Any, depth: Int = 0) -> Int {
    budget -= 1
    guard budget > 0, depth < 64 else { return 0 }
    if let measured = value as? any Measured { return max(measured.measurements.bytes - inline(value), 0) }
    if let wrapped = (value as? any OptionalValue)?.wrapped { return owned(wrapped, depth: depth + 1) }
    if let text = value as? String { return text.utf8.count > 15 ? text.utf8.count + 32 : 0 }
    if let data = value as? Data { return data.count > 14 ? data.count : 0 }
    if let array = value as? any StoredElements, let bytes = array.plainBytes { return bytes + 32 }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .set, .dictionary: return collection(mirror, depth: depth)
    case .class: return object(value, mirror, depth: depth)
    default: return mirror.children.prefix(64).reduce(0) { $0 + owned($1.value, depth: depth + 1) }
    }
  }

  private mutating func collection(_ mirror: Mirror, depth: Int) -> Int {
    let count = mirror.children.count
    let sample = mirror.children.prefix(ByteEstimate.sampleCount)
    var bytes = 0
    var sampled = 0
    for child in sample where budget > 0 {
      bytes += inline(child.value) + owned(child.value, depth: depth + 1)
      sampled += 1
    }
    guard sampled > 0 else { return 0 }
    return Int((Double(bytes) * Double(count) / Double(sampled)).rounded()) + 32
  }

  private mutating func object(_ value: Any, _ mirror: Mirror, depth: Int) -> Int {
    guard seenObjects.insert(ObjectIdentifier(value as AnyObject)).inserted else { return 0 }
    var bytes = 16
    var current: Mirror? = mirror
    while let part = current {
      for child in part.children.prefix(64) { bytes += inline(child.value) + owned(child.value, depth: depth + 1) }
      current = part.superclassMirror
    }
    return bytes
  }
}
