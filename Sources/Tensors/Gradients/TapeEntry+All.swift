extension TapeEntry {
  /// An entry and all that lead to it, in the order in which they were made.
  static func all(leadingTo result: TapeEntry) -> [TapeEntry] {
    var entries = [result]
    var seen: Set = [ObjectIdentifier(result)]
    var next = 0
    while next < entries.count {
      for case let input? in entries[next].inputs where seen.insert(ObjectIdentifier(input)).inserted {
        entries.append(input)
      }
      next += 1
    }
    return entries.sorted { $0.number < $1.number }
  }
}
