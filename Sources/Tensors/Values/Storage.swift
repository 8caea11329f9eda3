/// The memory that holds a tensor's numbers, shared by all tensors that are views of it.
///
/// `@unchecked Sendable`: the numbers are written only while one tensor alone knows the storage, either because it has
/// just been made or because `isKnownUniquelyReferenced` says so.
final class Storage: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let byteCount: Int
  /// Whoever owns the memory, if it is not the pool: a file that is mapped into memory.
  private let owner: AnyObject?

  /// Takes memory without clearing it. Stops the program, with a sentence, if there is none.
  init(shape: [Int], dtype: DType, count: Int) {
    byteCount = count * dtype.byteCount
    guard let start = BufferPool.shared.take(byteCount) else {
      stop(.tooLarge(shape: shape, dtype: dtype, memory: memoryOfThisMachine))
    }
    self.start = start
    owner = nil
  }

  /// Uses memory that somebody else owns and nobody writes to.
  init(start: UnsafeMutableRawPointer, byteCount: Int, owner: AnyObject) {
    self.start = start
    self.byteCount = byteCount
    self.owner = owner
  }

  /// Whether a tensor may write here if it is the only one that knows the storage.
  var isWritable: Bool { owner == nil }

  deinit {
    if owner == nil { BufferPool.shared.giveBack(start, byteCount) }
  }
}
