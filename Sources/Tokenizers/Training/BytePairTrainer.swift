/// Learns which pairs become one token, by counting: in each step the most frequent pair of neighbours is joined.
///
/// Words are counted once and changed where they hold the pair, so that a step costs no more than the words that it
/// changes. Of pairs that are equally frequent, the one with the smaller ids goes first. Source: Sennrich and others, 2016,
/// section 3.2.
struct BytePairTrainer {
  /// How often a pair must stand to be joined.
  var minimumFrequency = 0
  /// What stands before all but the first piece of a word, as in WordPiece.
  var continuingPrefix = ""

  private struct Word {
    var symbols: [Int32]
    let count: Int
  }

  /// A pair and how often it stood when it was noted.
  private struct Candidate {
    let pair: UInt64
    let count: Int
  }

  /// Joins pairs until there are as many tokens as wanted, or none is frequent enough.
  ///
  /// - Parameters:
  ///   - words: The words of a text, and how often each stands.
  ///   - vocabulary: Special tokens, which come first; all characters of the words are added, then what is joined.
  ///   - alphabet: Characters that are tokens even where no word has them.
  /// - Returns: The pairs in the order in which they were joined.
  func train(
    _ words: [[Unicode.Scalar]: Int], vocabulary: inout Vocabulary, size: Int, alphabet: [Unicode.Scalar] = []
  ) -> [(first: String, second: String)] {
    let scalars = Set(words.keys.joined()).union(alphabet)
    for scalar in scalars.sorted(by: { $0.value < $1.value }) { _ = vocabulary.add(String(Character(scalar))) }
    // The order of a dictionary is another one in each run, and must not show.
    var list = words.sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.value < $1.value } }.map { word, count in
      Word(symbols: word.enumerated().map { Int32(symbol($1, isFirst: $0 == 0, in: &vocabulary)) }, count: count)
    }
    var counts: [UInt64: Int] = [:]
    var places: [UInt64: Set<Int32>] = [:]
    for (index, word) in list.enumerated() {
      for (left, right) in zip(word.symbols, word.symbols.dropFirst()) {
        counts[Self.pair(left, right), default: 0] += word.count
        places[Self.pair(left, right), default: []].insert(Int32(index))
      }
    }
    var heap = Heap<Candidate> { $0.count == $1.count ? $0.pair < $1.pair : $0.count > $1.count }
    for (pair, count) in counts { heap.insert(Candidate(pair: pair, count: count)) }
    var merges: [(first: String, second: String)] = []
    while vocabulary.count < size, let best = heap.removeFirst() {
      let count = counts[best.pair] ?? 0
      guard count == best.count else {
        // It has become rarer since it was noted, and takes its new place.
        if count > 0 { heap.insert(Candidate(pair: best.pair, count: count)) }
        continue
      }
      guard count >= max(minimumFrequency, 1) else { break }
      let (left, right) = (Int32(best.pair >> 32), Int32(truncatingIfNeeded: best.pair))
      let (first, second) = (vocabulary.tokens[Int(left)], vocabulary.tokens[Int(right)])
      merges.append((first, second))
      let joined = Int32(vocabulary.add(first + second.dropPrefix(continuingPrefix)))
      var changed: Set<UInt64> = []
      for place in places.removeValue(forKey: best.pair) ?? [] {
        let index = Int(place)
        for (pair, change) in list[index].symbols.join(left, right, as: joined) {
          counts[pair, default: 0] += change * list[index].count
          if change > 0 {
            places[pair, default: []].insert(place)
            changed.insert(pair)
          }
        }
      }
      counts[best.pair] = nil
      for pair in changed { heap.insert(Candidate(pair: pair, count: counts[pair] ?? 0)) }
    }
    return merges
  }

  private func symbol(_ scalar: Unicode.Scalar, isFirst: Bool, in vocabulary: inout Vocabulary) -> Int {
    vocabulary.add((isFirst ? "" : continuingPrefix) + String(Character(scalar)))
  }

  fileprivate static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(left)) << 32 | UInt64(UInt32(right))
  }
}

extension [Int32] {
  /// Joins each occurrence of a pair from left to right, and tells how often which pairs come and go.
  fileprivate mutating func join(_ left: Int32, _ right: Int32, as joined: Int32) -> [(pair: UInt64, change: Int)] {
    var changes: [(pair: UInt64, change: Int)] = []
    var position = 0
    while position + 1 < count {
      guard self[position] == left, self[position + 1] == right else {
        position += 1
        continue
      }
      if position > 0 {
        changes.append((BytePairTrainer.pair(self[position - 1], left), -1))
        changes.append((BytePairTrainer.pair(self[position - 1], joined), 1))
      }
      if position + 2 < count {
        changes.append((BytePairTrainer.pair(right, self[position + 2]), -1))
        changes.append((BytePairTrainer.pair(joined, self[position + 2]), 1))
      }
      self[position] = joined
      remove(at: position + 1)
      position += 1
    }
    return changes
  }
}
