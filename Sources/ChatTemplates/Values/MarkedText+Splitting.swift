extension MarkedText {
  /// The parts between a separator, or between spaces. Source: Python's `str.split` and `str.rsplit`.
  ///
  /// - Parameters:
  ///   - most: How often the text is cut at most.
  ///   - fromEnd: Whether the last cuts are made and not the first ones.
  func split(at separator: MarkedText?, most: Int, fromEnd: Bool) -> [MarkedText] {
    guard let separator else { return words(most: most, fromEnd: fromEnd) }
    var parts: [MarkedText] = []
    if fromEnd {
      var end = count
      while parts.count < most, let place = lastPlace(of: separator, before: end) {
        parts.append(MarkedText(scalars[(place + separator.count)..<end]))
        end = place
      }
      return [MarkedText(scalars[..<end])] + parts.reversed()
    }
    var start = 0
    while parts.count < most, let place = firstPlace(of: separator, from: start) {
      parts.append(MarkedText(scalars[start..<place]))
      start = place + separator.count
    }
    return parts + [MarkedText(scalars[start...])]
  }

  private func words(most: Int, fromEnd: Bool) -> [MarkedText] {
    var parts: [MarkedText] = []
    var rest = scalars[...]
    func trim(start: Bool) {
      if start {
        rest = rest.drop { $0.scalar.isPythonSpace }
      } else {
        while let last = rest.last, last.scalar.isPythonSpace { rest.removeLast() }
      }
    }
    trim(start: !fromEnd)
    while !rest.isEmpty {
      let end =
        fromEnd
        ? rest.lastIndex { $0.scalar.isPythonSpace } : rest.firstIndex { $0.scalar.isPythonSpace }
      guard parts.count < most, let end else { break }
      parts.append(MarkedText(fromEnd ? rest[(end + 1)...] : rest[..<end]))
      rest = fromEnd ? rest[..<end] : rest[end...]
      trim(start: !fromEnd)
    }
    // What is left over keeps its spaces.
    if !rest.isEmpty { parts.append(MarkedText(rest)) }
    return fromEnd ? parts.reversed() : parts
  }

  func lines(keepsEnds: Bool = false) -> [MarkedText] {
    let ends: Set<Unicode.Scalar> = [
      "\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    var (lines, start, place): ([MarkedText], Int, Int) = ([], 0, 0)
    while place < count {
      guard ends.contains(scalars[place].scalar) else {
        place += 1
        continue
      }
      let isPair = scalars[place].scalar == "\r" && place + 1 < count && scalars[place + 1].scalar == "\n"
      let next = place + (isPair ? 2 : 1)
      lines.append(MarkedText(scalars[start..<(keepsEnds ? next : place)]))
      (start, place) = (next, next)
    }
    return start < count ? lines + [MarkedText(scalars[start...])] : lines
  }

  /// With each occurrence of a text, or the first ones, replaced. Source: Python's `str.replace`.
  func replacing(_ old: MarkedText, with new: MarkedText, most: Int) -> MarkedText {
    if old.isEmpty {
      var text = MarkedText()
      for (index, scalar) in scalars.enumerated() {
        if index < most { text += new }
        text.scalars.append(scalar)
      }
      if count < most { text += new }
      return text
    }
    return new.joined(split(at: old, most: most, fromEnd: false))
  }
}
