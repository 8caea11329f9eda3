/// The elements of a set or the entries of a dictionary in an order that is the same each time.
///
/// Keys that can be compared are sorted; others follow the order of their text. Of a very large collection only as many
/// entries are taken as could be shown.
struct SortedEntries {
  struct Entry {
    /// `nil` in a set.
    var key: Any?
    var value: Any
  }

  private(set) var values: [Entry]

  private static let largestSorted = 1_000

  init(_ children: Mirror.Children, isDictionary: Bool, count: Int) {
    let taken = count <= SortedEntries.largestSorted ? count : 20
    let entries = children.prefix(taken).map { child -> Entry in
      guard isDictionary else { return Entry(key: nil, value: child.value) }
      let pair = Array(Mirror(reflecting: child.value).children.prefix(2))
      return pair.count == 2 ? Entry(key: pair[0].value, value: pair[1].value) : Entry(key: nil, value: child.value)
    }
    values = count <= SortedEntries.largestSorted ? SortedEntries.sorted(entries) : entries
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    guard let first = entries.first else { return entries }
    let sample = first.key ?? first.value
    let haveOneType = entries.allSatisfy { type(of: $0.key ?? $0.value) == type(of: sample) }
    if haveOneType, let comparable = sample as? any Comparable { return sorted(entries, like: comparable) }
    return
      entries
      .map { entry in
        var reader = OutlineReader()
        reader.budget = 20
        return (text: reader.outline(of: entry.key ?? entry.value, depth: 1).singleLine, entry: entry)
      }
      .sorted { $0.text < $1.text }
      .map(\.entry)
  }

  private static func sorted<Key: Comparable>(_ entries: [Entry], like sample: Key) -> [Entry] {
    entries.sorted { left, right in
      guard let left = (left.key ?? left.value) as? Key, let right = (right.key ?? right.value) as? Key else {
        return false
      }
      return left < right
    }
  }
}
