/// Where in a text special tokens are recognized: elsewhere what looks like one is plain text.
enum SpecialTokenPlaces: Equatable {
  case nowhere
  case everywhere
  /// In these stretches, which follow each other; Unicode scalars counted from the text's beginning.
  case within(ArraySlice<Range<Int>>)

  /// Up to where a special token may reach that begins at a place. Places are asked for from left to right.
  mutating func end(from position: Int, in text: [TextUnit]) -> Int {
    switch self {
    case .nowhere: return position
    case .everywhere: return text.count
    case .within(var ranges):
      let start = Int(text[position].start)
      while let range = ranges.first, range.upperBound <= start { ranges.removeFirst() }
      self = .within(ranges)
      guard let range = ranges.first, range.lowerBound <= start else { return position }
      return text[position...].firstIndex { $0.end > range.upperBound } ?? text.count
    }
  }
}
