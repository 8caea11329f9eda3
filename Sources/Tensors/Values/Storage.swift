/// The memory that holds a tensor's numbers, shared by all tensors that are views of it.
///
/// `@unchecked Sendable`: the numbers are written only while one tensor alone knows the storage, either because it has
/// just been made or because `isKnownUniquelyReferenced` says so.
final class Storage: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let byteCount: Int

  /// Takes memory without clearing it. Stops the program, with a sentence, if there is none.
  init(shape: [Int], dtype: DType, count: Int) {
    byteCount = count * dtype.byteCount
    guard let start = BufferPool.shared.take(byteCount) else {
      stop(.tooLarge(shape: shape, dtype: dtype, memory: memoryOfThisMachine))
    }
    self.start = start
  }

  deinit { BufferPool.shared.giveBack(start, byteCount) }
}
