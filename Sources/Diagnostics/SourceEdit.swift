/// What a line would look like with a set of fix-its made.
enum SourceEdit {
  private static let greatestLineCount = 6

  /// Returns the lines that the fix-its touch, changed, with their indentation removed and placeholders as `…`.
  ///
  /// `nil` if the fix-its are in several places, overlap, point outside the text or change nothing that can be seen.
  static func changedLines(_ fixIts: [FixIt], in source: SourceText) -> (first: Int, lines: [String])? {
    let ordered = fixIts.sorted {
      ($0.range.start.line, $0.range.start.column) < ($1.range.start.line, $1.range.start.column)
    }
    guard let first = ordered.first?.range.start.line, let last = ordered.map(\.range.end.line).max(),
      ordered.allSatisfy({ $0.range.start.line >= 1 && $0.range.end.line >= $0.range.start.line }),
      last - first < greatestLineCount, let original = source.bytes(from: first, through: last)
    else { return nil }

    var changed: [UInt8] = []
    var position = 0
    for fix in ordered {
      guard let start = original.offset(of: fix.range.start, firstLine: first),
        let end = original.offset(of: fix.range.end, firstLine: first), start >= position, end >= start
      else { return nil }
      changed += original.bytes[position..<start]
      changed += Array(fix.replacement.utf8)
      position = end
    }
    changed += original.bytes[position...]
    guard changed != original.bytes else { return nil }
    let text = String(decoding: changed, as: UTF8.self).withPlaceholdersShortened
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty, lines.count <= greatestLineCount else { return nil }
    return (first, lines.unindented)
  }
}

/// Some consecutive lines as bytes, joined by line feeds.
private struct LineBytes {
  var bytes: [UInt8] = []
  var starts: [Int] = []
  var lengths: [Int] = []

  func offset(of location: DiagnosticLocation, firstLine: Int) -> Int? {
    let index = location.line - firstLine
    guard starts.indices.contains(index), (1...lengths[index] + 1).contains(location.column) else { return nil }
    return starts[index] + location.column - 1
  }
}

extension SourceText {
  fileprivate func bytes(from first: Int, through last: Int) -> LineBytes? {
    var result = LineBytes()
    for number in first...last {
      guard let line = line(number) else { return nil }
      if number > first { result.bytes.append(UInt8(ascii: "\n")) }
      result.starts.append(result.bytes.count)
      result.lengths.append(line.utf8.count)
      result.bytes += Array(line.utf8)
    }
    return result
  }
}

extension String {
  /// The text with each `<#placeholder#>` of an editor as `…`.
  fileprivate var withPlaceholdersShortened: String {
    var result = ""
    for (index, piece) in split(separator: "<#", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        result += piece
      } else if let end = piece.split(separator: "#>", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
      {
        result += "…" + end
      } else {
        result += "<#" + piece
      }
    }
    return result
  }
}

extension [String] {
  /// The lines as far to the left as the first one allows, without blanks at their ends.
  fileprivate var unindented: [String] {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    let indentation = first.map { $0.prefix(while: isBlank).count } ?? 0
    return map { line in
      var text = line.dropFirst(Swift.min(indentation, line.prefix(while: isBlank).count))
      while text.last.map(isBlank) == true { text.removeLast() }
      return String(text)
    }
  }
}
