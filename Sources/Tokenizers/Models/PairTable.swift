/// Finds what two neighbouring tokens become: a table with open addressing, as small and quick as can be, since every
/// step of encoding asks it.
struct PairTable: Sendable {
  struct Entry: Sendable {
    /// The first token in the upper half, the second in the lower one; all ones where nothing is.
    var key: UInt64
    /// Which merge it is; the earlier goes first.
    var rank: Int32
    /// What both become.
    var id: Int32
  }

  private var entries: [Entry]
  private let mask: Int
  private static let empty = UInt64.max

  init(_ merges: [(first: Int, second: Int, id: Int)]) {
    var size = 16
    while size < 2 * merges.count + 2 { size *= 2 }
    mask = size - 1
    entries = Array(repeating: Entry(key: Self.empty, rank: 0, id: 0), count: size)
    for (rank, merge) in merges.enumerated() {
      let key = Self.key(merge.first, merge.second)
      var slot = Self.hash(key) & mask
      while entries[slot].key != Self.empty, entries[slot].key != key { slot = (slot + 1) & mask }
      // Of a pair that stands twice, the later one counts, as in other programs.
      entries[slot] = Entry(key: key, rank: Int32(rank), id: Int32(merge.id))
    }
  }

  /// What a pair becomes, if anything.
  func find(_ first: Int32, _ second: Int32) -> Entry? {
    let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    return entries.withUnsafeBufferPointer { entries in
      var slot = Self.hash(key) & mask
      while true {
        let entry = entries[slot]
        if entry.key == key { return entry }
        if entry.key == Self.empty { return nil }
        slot = (slot + 1) & mask
      }
    }
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(UInt32(first)) << 32 | UInt64(UInt32(second))
  }

  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29) }
}
