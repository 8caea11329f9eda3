import Glibc
internal import Interruption
import Synchronization

/// Memory that tensors have given back and that the next ones take again.
///
/// A training step allocates the same sizes over and over. Fresh memory from the system is slow, since each page is
/// cleared when it is first touched; memory that was just in use is fast, since it may still be in the processor's cache.
final class BufferPool: Sendable {
  static let shared = BufferPool()

  /// The addresses of free buffers by their size in bytes, and how many bytes they are together.
  private struct State {
    var free: [Int: [UInt]] = [:]
    var bytes = 0
  }
  private let state = Mutex(State())

  /// The most that is kept. What is beyond goes back to the system.
  private let limit = memoryOfThisMachine / 8

  /// Where vectors of the widest processors begin, and lines of the cache.
  private static let alignment = 64

  /// Memory for so many bytes, or `nil` if there is none. Its content is whatever was there.
  func take(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    let size = BufferPool.roundedUp(byteCount)
    guard let start = kept(size) ?? BufferPool.fresh(size) ?? freshAfterReleasing(size) else { return nil }
    noteUse(of: start, bytes: byteCount, among: size)
    return start
  }

  private func kept(_ size: Int) -> UnsafeMutableRawPointer? {
    let address = state.withUninterruptedLock { state -> UInt? in
      guard let address = state.free[size]?.popLast() else { return nil }
      state.bytes -= size
      return address
    }
    return address.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }
  }

  /// What lies here unused may be what is missing.
  private func freshAfterReleasing(_ size: Int) -> UnsafeMutableRawPointer? {
    releaseAll()
    return BufferPool.fresh(size)
  }

  /// The size from which memory is asked for in large pages. The processor finds its way in them faster, and the system
  /// hands out 2 MB at a time instead of 4 kB.
  private static let largePage = 1 << 21

  private static func fresh(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size >= 2 * largePage else { return aligned_alloc(alignment, size) }
    let start = aligned_alloc(largePage, (size + largePage - 1) / largePage * largePage)
    // Only advice: where it is not taken the memory is as good as before.
    if let start { madvise(start, size, MADV_HUGEPAGE) }
    return start
  }

  func giveBack(_ start: UnsafeMutableRawPointer, _ byteCount: Int) {
    let size = BufferPool.roundedUp(byteCount)
    // Before others can take it.
    noteUse(of: start, bytes: 0, among: size)
    let isKept = state.withUninterruptedLock { state in
      guard state.bytes + size <= limit else { return false }
      state.free[size, default: []].append(UInt(bitPattern: start))
      state.bytes += size
      return true
    }
    if !isKept { free(start) }
  }

  /// Gives all unused memory back to the system.
  func releaseAll() {
    let buffers = state.withUninterruptedLock { state in
      defer { state = State() }
      return state.free.values.joined().map { $0 }
    }
    for address in buffers { free(UnsafeMutableRawPointer(bitPattern: address)) }
  }

  /// The size of the buffer for so many bytes. Few different sizes find each other again more often: at most an eighth is
  /// wasted.
  private static func roundedUp(_ byteCount: Int) -> Int {
    let needed = max(byteCount, 1)
    let step = max(alignment, 1 << (Int.bitWidth - needed.leadingZeroBitCount - 4))
    return (needed + step - 1) / step * step
  }
}

/// The bytes of memory that this machine has.
let memoryOfThisMachine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
