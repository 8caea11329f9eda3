import Testing

@testable import Randomness

@Suite("The block function") struct PhiloxTests {
  /// From Random123 1.14, `tests/kat_vectors`, lines `philox4x32 10`.
  @Test(
    "Known answers of its authors",
    arguments: [
      ([0, 0, 0, 0], 0, [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
      (.init(repeating: .max), .max, [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
      (
        [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], 0x299F_31D0_A409_3822,
        [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
      ),
    ] as [(SIMD4<UInt32>, UInt64, SIMD4<UInt32>)])
  func knownAnswers(counter: SIMD4<UInt32>, key: UInt64, block: SIMD4<UInt32>) {
    #expect(Philox.block(counter, key: key) == block)
  }

  @Test(
    "Many blocks at once are the same as one after the other",
    arguments: [0, 1, 0xFFFF_FFFE, 1 << 40, (1 << 62) - 2] as [UInt64], [0, 1, 2, 3, 7, 64, 257])
  func bulk(first: UInt64, count: Int) {
    let key: UInt64 = 0x0123_4567_89AB_CDEF
    var words = [UInt32](repeating: 0, count: 4 * count)
    words.withUnsafeMutableBufferPointer { memory in
      if let start = memory.baseAddress { Philox.fill(start, blocks: count, from: first, key: key) }
    }
    let expected = (0..<UInt64(count)).flatMap { block in
      let number = (first + block) % (1 << 62)
      let words = Philox.block([number.lowHalf, number.highHalf, 0, 0], key: key)
      return (0..<4).map { words[$0] }
    }
    #expect(words == expected)
  }

  @Test("Two words of the list make an unsigned integer, wherever they lie", arguments: Vectors.all.lists)
  func next(expected: Vectors.Lists) {
    var generator = RandomGenerator(key: expected.seed, position: expected.start)
    let words = expected.words
    let pairs = stride(from: 0, to: words.count, by: 2).map { UInt64(low: words[$0], high: words[$0 + 1]) }
    #expect(pairs.map { _ in generator.next() } == pairs)
    #expect(generator.position == expected.start &+ UInt64(words.count))
  }
}
