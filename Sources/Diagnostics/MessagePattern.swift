/// The wording of a compiler message, with `…` for the parts that vary.
struct MessagePattern: Hashable, Sendable, ExpressibleByStringLiteral {
  private let pieces: [String]

  init(stringLiteral pattern: String) {
    pieces = pattern.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
  }

  /// Returns what stands in the places of the `…`, or `nil` if the text is worded differently.
  func captures(in message: some StringProtocol) -> [String]? {
    let text = Substring(message)
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else { return nil }
    if pieces.count == 1 { return text == first ? [] : nil }
    var rest = text.dropFirst(first.count)
    var captures: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstOccurrence(of: piece) else { return nil }
      captures.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    captures.append(String(rest.dropLast(last.count)))
    return captures
  }
}

extension Substring {
  fileprivate func firstOccurrence(of piece: String) -> Range<Index>? {
    var start = startIndex
    while start <= endIndex {
      if self[start...].hasPrefix(piece), let end = index(start, offsetBy: piece.count, limitedBy: endIndex) {
        return start..<end
      }
      if start == endIndex { return nil }
      formIndex(after: &start)
    }
    return nil
  }
}
