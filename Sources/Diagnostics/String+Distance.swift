extension String {
  /// The number of letters to insert, remove or change to get from one word to the other.
  package func distance(to other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (index, letter) in enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for (position, wanted) in target.enumerated() {
        let current = row[position + 1]
        row[position + 1] = Swift.min(current + 1, row[position] + 1, previous + (letter == wanted ? 0 : 1))
        previous = current
      }
    }
    return row[target.count]
  }
}

extension Sequence<String> {
  /// The one that a misspelt word may stand for: a letter or two away, of a short word one.
  package func nearest(to word: String) -> String? {
    let limit = word.count > 4 ? 2 : 1
    return filter { abs($0.count - word.count) <= limit }
      .map { (name: $0, distance: $0.distance(to: word)) }
      .filter { $0.distance <= limit && $0.distance < word.count }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }
}
