/// A stretch of the list of words, made of whole blocks, for some of the elements of a list that is being filled.
struct WordChunk {
  /// The words of all blocks that the elements touch.
  let words: UnsafeMutablePointer<UInt32>
  /// How many words there are.
  let count: Int
  /// Where among the words those of the first element begin: 0 to 3.
  let offset: Int
  /// Which elements of the list are to be made of them.
  let elements: Range<Int>

  /// The first word of the first element.
  @inline(__always) var start: UnsafeMutablePointer<UInt32> { words + offset }

  /// The two words of an element put together; elements are counted from the first one of the chunk.
  @inline(__always) func pair(_ element: Int) -> UInt64 {
    UInt64(low: start[2 &* element], high: start[2 &* element &+ 1])
  }

  /// A number between 0 and 1, and never one of them, of the upper 52 bits of an element's two words.
  @inline(__always) func probability(_ element: Int) -> Double {
    (Double(Int64(bitPattern: pair(element) >> 12)) + 0.5) * 0x1p-52
  }
}
