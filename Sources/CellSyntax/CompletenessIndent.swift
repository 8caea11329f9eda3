/// The blanks with which the next line of an unfinished text begins.
enum CompletenessIndent {
  /// Returns the indentation of what is open, and one step more within it.
  ///
  /// - Parameter isBody: Whether the next line is to be the opening brace of a body.
  static func next(after scan: CompletenessScan, isBody: Bool) -> String {
    let text = scan.swift
    let step = step(of: text)
    let lastLine = lastLine(of: text)
    guard let innermost = scan.openings.last else {
      let current = indentation(ofLineAt: lastLine.lowerBound, in: text)
      return isBody || endsWithElse(text[lastLine]) ? current : current + step
    }
    switch innermost.kind {
    case .comment, .string:
      let isFirstLine = innermost.offset >= lastLine.lowerBound
      let current = indentation(ofLineAt: lastLine.lowerBound, in: text)
      return isFirstLine && innermost.kind.isString ? current + step : current
    case .brace where isCaseLabel(text[lastLine]):
      return indentation(ofLineAt: lastLine.lowerBound, in: text) + step
    case .parenthesis, .bracket, .brace:
      return indentation(ofLineAt: innermost.offset, in: text) + step
    }
  }

  /// One step of indentation: what the first indented line has, or two spaces.
  private static func step(of text: [UInt8]) -> String {
    for line in text.split(whereSeparator: isLineBreak) {
      if line.first == UInt8(ascii: "\t") { return "\t" }
      let blanks = line.prefix { $0 == UInt8(ascii: " ") }
      if !blanks.isEmpty, blanks.count < line.count {
        return String(repeating: " ", count: blanks.count % 4 == 0 ? 4 : 2)
      }
    }
    return "  "
  }

  /// The last line that holds more than blanks.
  private static func lastLine(of text: [UInt8]) -> Range<Int> {
    var end = text.count
    while end > 0, isBlank(text[end - 1]) || isLineBreak(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, !isLineBreak(text[start - 1]) { start -= 1 }
    return start..<end
  }

  private static func indentation(ofLineAt offset: Int, in text: [UInt8]) -> String {
    var start = min(offset, text.count)
    while start > 0, !isLineBreak(text[start - 1]) { start -= 1 }
    return String(decoding: text[start...].prefix(while: isBlank), as: UTF8.self)
  }

  private static func isCaseLabel(_ line: ArraySlice<UInt8>) -> Bool {
    let code = String(decoding: line.drop(while: isBlank), as: UTF8.self)
    return code.hasSuffix(":") && (code.hasPrefix("case ") || code.hasPrefix("default"))
  }

  private static func endsWithElse(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line, as: UTF8.self).split(whereSeparator: { !$0.isLetter }).last == "else"
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}

extension CompletenessScan.Opening.Kind {
  fileprivate var isString: Bool {
    if case .string = self { true } else { false }
  }
}
