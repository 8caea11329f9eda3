import Tensors

/// The keys and values of what has been read so far, so that a model that writes token by token need not compute them
/// again.
///
///     let reader = MultiHeadAttention(8, heads: 2, isCausal: true)
///     let text = Tensor.normal([1, 6, 8])
///     let cache = KeyValueCache()
///     let first = withoutGradients { reader(text[.all, ..<5], cache: cache) }
///     let next = withoutGradients { reader(text[.all, 5...], cache: cache) }     // has seen all six
///     cache.count                                                                // 6
///
/// One for each attention of a model. The memory grows by doubling, so that a token is copied a few times at most,
/// however long the text gets. No gradient goes back to what is held.
public final class KeyValueCache {
  /// `[batch, heads, room, size]`
  private var keys: Tensor?
  private var values: Tensor?
  /// How many positions are held.
  public private(set) var count = 0

  /// Makes an empty cache.
  public init() {}

  /// Adds keys and values `[batch, heads, new, size]` and gives all that there are, `[batch, heads, count, size]`.
  ///
  /// Stops the program, and leaves the cache as it was, if keys and values do not belong together, or not to what is held.
  public func append(keys newKeys: Tensor, values newValues: Tensor) -> (keys: Tensor, values: Tensor) {
    guard newKeys.rank == 4, newValues.rank == 4, newKeys.shape.dropLast() == newValues.shape.dropLast() else {
      stop(.cacheInputs(keys: newKeys.shape, values: newValues.shape))
    }
    KeyValueCache.check(newKeys, held: keys)
    KeyValueCache.check(newValues, held: values)
    let (first, end) = (count, count + newKeys.shape[2])
    // Each buffer is taken out for the change, so that it has one owner, and put back after.
    keys = KeyValueCache.appended(newKeys, to: keys.take(), first)
    values = KeyValueCache.appended(newValues, to: values.take(), first)
    count = end
    return contents ?? (newKeys, newValues)
  }

  /// All keys and values, `[batch, heads, count, size]`; `nil` if nothing has come yet.
  public var contents: (keys: Tensor, values: Tensor)? {
    guard let keys, let values else { return nil }
    return (keys.sliced(0..<count, axis: 2), values.sliced(0..<count, axis: 2))
  }

  /// Forgets all but the first positions, to go on differently from there.
  public func truncate(to count: Int) {
    guard 0...self.count ~= count else { stop(.cacheEnd(wanted: count, count: self.count)) }
    self.count = count
    if count == 0 { (keys, values) = (nil, nil) }
  }

  /// Keeps the given texts of the batch, in that order; one may come several times, as when several continuations of a
  /// text are tried.
  public func select(_ texts: [Int]) {
    keys = keys?.selecting(Tensor(indices: texts))
    values = values?.selecting(Tensor(indices: texts))
  }

  /// A cache with the same contents that goes on by itself. Copies numbers only when one of both grows.
  public func copy() -> KeyValueCache {
    let copy = KeyValueCache()
    (copy.keys, copy.values, copy.count) = (keys, values, count)
    return copy
  }

  private static func check(_ part: Tensor, held: Tensor?) {
    guard part.dtype.isFloatingPoint else { stop(.noFraction(operation: "KeyValueCache", dtype: part.dtype)) }
    guard let held else { return }
    guard [0, 1, 3].allSatisfy({ held.shape[$0] == part.shape[$0] }) else {
      stop(.cache(held: held.shape, new: part.shape))
    }
    guard held.dtype == part.dtype else { stop(.cacheType(held: held.dtype, new: part.dtype)) }
  }

  private static func appended(_ part: Tensor, to old: consuming Tensor?, _ first: Int) -> Tensor {
    let part = stopGradient(part)
    var shape = part.shape
    shape[2] += first
    var buffer = old ?? Tensor.unwritten([shape[0], shape[1], 0, shape[3]], part.dtype)
    if buffer.shape[2] < shape[2] {
      let room = Swift.max(2 * buffer.shape[2], shape[2], 16)
      var larger = Tensor.unwritten([shape[0], shape[1], room, shape[3]], part.dtype)
      larger.write(buffer.sliced(0..<first, axis: 2), from: 0)
      buffer = larger
    }
    buffer.write(part, from: first)
    return buffer
  }
}

extension Tensor {
  /// Writes `[batch, heads, new, size]` over a part of the third axis, in place if nobody else sees the numbers.
  fileprivate mutating func write(_ part: Tensor, from first: Int) {
    switch dtype {
    case .double: write(Double.self, part.contiguous(), from: first)
    default: write(Float.self, part.contiguous(), from: first)
    }
  }

  private mutating func write<Scalar: TensorScalar>(_ type: Scalar.Type, _ part: Tensor, from first: Int) {
    let (lines, room, size, new) = (shape[0] * shape[1], shape[2], shape[3], part.shape[2])
    part.readingInPlace(Scalar.self) { source in
      writing(Scalar.self) { target in
        for line in 0..<lines {
          (target + (line * room + first) * size).update(from: source + line * new * size, count: new * size)
        }
      }
    }
  }
}
