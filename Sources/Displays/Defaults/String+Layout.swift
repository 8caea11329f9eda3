extension String {
  /// The text in at most `length` characters, the last of which is `…` if some were left out.
  package func shortened(to length: Int) -> String {
    guard let end = index(startIndex, offsetBy: length, limitedBy: endIndex), end < endIndex else { return self }
    return prefix(Swift.max(length - 1, 0)) + "…"
  }

  /// The text in one line: each run of spaces and line ends is one space.
  package func singleLine() -> String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text as a literal in code: in quotes, with a backslash before what would end it or not be seen.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\\0"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text padded with spaces on the left or on the right.
  func padded(to width: Int, alignedRight: Bool) -> String {
    let padding = String(repeating: " ", count: Swift.max(width - count, 0))
    return alignedRight ? padding + self : self + padding
  }
}
