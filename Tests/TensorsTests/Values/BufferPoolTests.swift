import Glibc
import Testing

@testable import Tensors

@Suite("Memory that is used again") struct BufferPoolTests {
  @Test("What was given back is what the next one of the same size gets", arguments: [1, 64, 1_000, 100_000])
  func reuse(byteCount: Int) throws {
    let pool = BufferPool()
    let first = try #require(pool.take(byteCount))
    let second = try #require(pool.take(byteCount))
    #expect(first != second)
    pool.giveBack(first, byteCount)
    #expect(pool.take(byteCount) == first)
    pool.giveBack(first, byteCount)
    pool.giveBack(second, byteCount)
    pool.releaseAll()
  }

  @Test("All bytes that were asked for can be used, from where vectors begin", arguments: [1, 7, 65, 4_097, 5_000_000])
  func whole(byteCount: Int) throws {
    let pool = BufferPool()
    for value in 0..<3 {
      let start = try #require(pool.take(byteCount))
      #expect(UInt(bitPattern: start) % 64 == 0)
      memset(start, Int32(value), byteCount)
      pool.giveBack(start, byteCount)
    }
    // A little less finds the same buffer, and a little more again.
    let less = try #require(pool.take(max(byteCount - 1, 1)))
    pool.giveBack(less, max(byteCount - 1, 1))
    let start = try #require(pool.take(byteCount))
    memset(start, 3, byteCount)
    pool.giveBack(start, byteCount)
    pool.releaseAll()
  }

  @Test("Threads get memory of their own")
  func threads() async throws {
    let pool = BufferPool()
    await withTaskGroup(of: Void.self) { group in
      for thread in 1...4 {
        group.addTask {
          for size in 0..<500 {
            guard let start = pool.take(256 + size % 8) else {
              Issue.record("no memory")
              return
            }
            memset(start, Int32(thread), 256)
            #expect(start.load(fromByteOffset: 255, as: UInt8.self) == UInt8(thread))
            pool.giveBack(start, 256 + size % 8)
          }
        }
      }
    }
    pool.releaseAll()
  }

  /// Whether this program runs under the address sanitizer.
  private static let isWatched = dlsym(nil, "__asan_init") != nil

  /// Has a report go to where a test's words go: in a file, it would be taken for one that nobody wanted.
  private static func wantReport() {
    guard let function = dlsym(nil, "__sanitizer_set_report_path") else { return }
    unsafeBitCast(function, to: (@convention(c) (UnsafePointer<CChar>) -> Void).self)("stderr")
  }

  @Test("The address sanitizer finds whoever uses what is in the pool", .enabled(if: isWatched))
  func afterUse() async {
    await #expect(processExitsWith: .failure) {
      BufferPoolTests.wantReport()
      let pool = BufferPool()
      guard let start = pool.take(100) else { exit(0) }
      pool.giveBack(start, 100)
      start.storeBytes(of: 1, as: UInt8.self)
      exit(0)
    }
  }

  @Test("The address sanitizer finds whoever uses what was rounded up", .enabled(if: isWatched))
  func behindTheEnd() async {
    await #expect(processExitsWith: .failure) {
      BufferPoolTests.wantReport()
      guard let start = BufferPool().take(100) else { exit(0) }
      start.storeBytes(of: 1, toByteOffset: 104, as: UInt8.self)
      exit(0)
    }
  }
}
