/// A code whose words have different lengths; words of one length stand in the order of what they mean.
///
/// Source: RFC 1951, section 3.2.2.
struct HuffmanCode {
  /// How many words there are of each length.
  private var counts = [Int](repeating: 0, count: 16)
  /// What the words mean, from the shortest to the longest.
  private var symbols: [Int] = []

  /// - Parameter lengths: How many bits the word for each symbol has; 0 for none.
  init(lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
  }

  /// The symbol of the next word; `nil` if there is none.
  func read(_ bits: inout BitReader) -> Int? {
    // Words of one length follow one another like numbers, and the first is twice what comes after the last shorter one.
    var (word, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = bits.read(1) else { return nil }
      word |= bit
      let count = counts[length]
      if word - first < count { return symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    return nil
  }
}
