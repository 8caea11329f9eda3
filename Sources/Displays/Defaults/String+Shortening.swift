extension String {
  /// The text in at most `length` characters, the last of which is `…` if some were left out.
  func shortened(to length: Int) -> String {
    guard let end = index(startIndex, offsetBy: length, limitedBy: endIndex), end < endIndex else { return self }
    return prefix(Swift.max(length - 1, 0)) + "…"
  }

  /// The text in one line: each run of spaces and line ends is one space.
  func singleLine() -> String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text padded with spaces on the left or on the right.
  func padded(to width: Int, alignedRight: Bool) -> String {
    let padding = String(repeating: " ", count: Swift.max(width - count, 0))
    return alignedRight ? padding + self : self + padding
  }
}
