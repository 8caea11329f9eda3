/// What stands in some words twice or more, and all single characters; and where.
///
/// Substrings grow by one character in each round. A place where a substring stands alone is not looked at again: a longer
/// one would stand alone as well. Cost: one step for each place and length that comes twice.
struct RepeatedSubstrings {
  struct Word {
    /// Which places of ``RepeatedSubstrings/scalars`` it has.
    let places: Range<Int>
    /// How often it stands in the texts.
    let count: Int
  }

  struct Substring {
    /// Where it stands first.
    let places: Range<Int>
    /// How often it stands in the texts.
    var count = 0
    /// Whether the same character stands behind it everywhere, so that a longer substring stands as often.
    var isAlwaysContinued = false
  }

  struct Occurrence {
    let place: Int32
    let substring: Int32
  }

  /// The words, one after the other, and in the same order in each run.
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var words: [Word] = []
  private(set) var substrings: [Substring] = []
  /// Where substrings stand, the shortest first, each length from left to right.
  private(set) var occurrences: [Occurrence] = []

  /// - Parameters:
  ///   - counts: The words of some texts, and how often each stands.
  ///   - longest: How many characters a substring has at most.
  init(_ counts: [[Unicode.Scalar]: Int], longest: Int) {
    // The order of a dictionary is another one in each run, and must not show.
    for (word, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) { $0.value < $1.value } }) {
      words.append(Word(places: scalars.count..<scalars.count + word.count, count: count))
      scalars += word
    }
    let wordOfPlace = words.indices.flatMap { index in words[index].places.map { _ in Int32(index) } }
    var shorter = scalars.indices.map { Occurrence(place: Int32($0), substring: -1) }
    for length in 1...longest where !shorter.isEmpty {
      let longer = grown(shorter, to: length, wordOfPlace)
      // A single character is kept, however rare.
      let known = longer.filter { length == 1 || substrings[Int($0.substring)].count > 1 }
      occurrences += known
      shorter = known.filter { substrings[Int($0.substring)].count > 1 }
    }
  }

  /// Substrings with one more character, where there is one in the word.
  private mutating func grown(_ shorter: [Occurrence], to length: Int, _ wordOfPlace: [Int32]) -> [Occurrence] {
    // A substring is told by the one before it and its last character.
    var known: [UInt64: Int32] = [:]
    var longer: [Occurrence] = []
    for occurrence in shorter {
      let place = Int(occurrence.place)
      let word = words[Int(wordOfPlace[place])]
      guard place + length <= word.places.upperBound else { continue }
      let last = scalars[place + length - 1]
      let key = UInt64(UInt32(bitPattern: occurrence.substring)) << 32 | UInt64(last.value)
      let found = known[key] ?? Int32(substrings.count)
      if found == substrings.count {
        known[key] = found
        substrings.append(Substring(places: place..<place + length))
      }
      substrings[Int(found)].count += word.count
      longer.append(Occurrence(place: occurrence.place, substring: found))
    }
    for (key, found) in known where key >> 32 < substrings.count {
      let before = Int(key >> 32)
      if substrings[Int(found)].count == substrings[before].count { substrings[before].isAlwaysContinued = true }
    }
    return longer
  }
}
