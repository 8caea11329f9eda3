extension TapeEntry {
  /// An entry and all that lead to it, in the order in which they were made.
  ///
  /// - Parameter edge: The number of an entry: what led to this one, or to an older one, is left out.
  static func all(leadingTo result: TapeEntry, edge: Int = 0) -> [TapeEntry] {
    var entries = [result]
    var seen: Set = [ObjectIdentifier(result)]
    var next = 0
    while next < entries.count {
      let entry = entries[next]
      next += 1
      guard entry.number > edge else { continue }
      for case let input? in entry.inputs where seen.insert(ObjectIdentifier(input)).inserted {
        entries.append(input)
      }
    }
    return entries.sorted { $0.number < $1.number }
  }
}
