extension RandomGenerator {
  /// Makes the words for a list of elements, hands them out chunk by chunk, and goes past them.
  ///
  /// A chunk is small enough to stay in the nearest cache until its words have become numbers.
  mutating func draw(_ count: Int, wordsEach: Int, _ use: (WordChunk) -> Void) {
    let wordsAtMost = 1024
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: wordsAtMost + 4) { memory in
      guard let words = memory.baseAddress else { return }
      for first in stride(from: 0, to: count, by: wordsAtMost / wordsEach) {
        let elements = first..<min(first + wordsAtMost / wordsEach, count)
        let offset = Int(position & 3)
        let blocks = (offset + elements.count * wordsEach + 3) / 4
        Philox.fill(words, blocks: blocks, from: position >> 2, key: key)
        use(WordChunk(words: words, count: 4 * blocks, offset: offset, elements: elements))
        position &+= UInt64(elements.count * wordsEach)
      }
    }
  }

  /// Makes an array by a function that fills memory.
  mutating func array<Element>(
    _ operation: String, _ count: Int, fill: (inout RandomGenerator, UnsafeMutableBufferPointer<Element>) -> Void
  ) -> [Element] {
    guard count >= 0 else { stop(.negativeCount(operation: operation, count: count)) }
    // All empty arrays are one in memory, into which filling an array writes its count, whoever else reads it just then.
    guard count > 0 else {
      fill(&self, UnsafeMutableBufferPointer(start: nil, count: 0))
      return []
    }
    return Array(unsafeUninitializedCapacity: count) { memory, initialized in
      fill(&self, UnsafeMutableBufferPointer(rebasing: memory[..<count]))
      initialized = count
    }
  }
}
