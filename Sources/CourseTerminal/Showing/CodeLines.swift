/// Code in the lines of a terminal.
///
/// A line that is too long goes on a little further in than it began. It is broken where a reader would break it: outside
/// of inner brackets and of texts, and not between a label and its value. A remark at its end stands above it.
enum CodeLines {
  /// A place at which a line may be broken; the lower its price, the better.
  private struct Break {
    var offset: Int
    var price: Int
  }

  static func of(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard TerminalText.columns(line) > width else { return [String(line)] }
      let indent = String(line.prefix { $0 == " " })
      let rest = line.dropFirst(indent.count)
      if rest.hasPrefix("//") {
        let mark = indent + rest.prefix { $0 == "/" } + " "
        return TerminalText.wrapped(String(line), width: width, indent: mark)
      }
      if let remark = line.firstRange(of: "  // ") {
        let words = indent + line[remark.lowerBound...].drop { $0 == " " }
        return TerminalText.wrapped(words, width: width, indent: indent + "// ")
          + of(String(line[..<remark.lowerBound]), width: width)
      }
      return broken(Array(rest), indent: indent, width: width)
    }
  }

  private static func broken(_ letters: [Character], indent: String, width: Int) -> [String] {
    let breaks = breaks(in: letters)
    let further = indent + "    "
    var lines: [String] = []
    var start = 0
    var before = indent
    while TerminalText.columns(before + String(letters[start...])) > width {
      let places = breaks.filter { $0.offset > start }
      let room = { (place: Break) in TerminalText.columns(before + String(letters[start..<place.offset])) }
      // A short beginning is worth it only if the rest fits into one line.
      let fitting = places.filter { place in
        room(place) - 1 <= width
          && (room(place) > width * 2 / 5
            || TerminalText.columns(further + String(letters[place.offset...])) <= width)
      }
      guard
        let place = fitting.min(by: { ($0.price, -$0.offset) < ($1.price, -$1.offset) })
          ?? places.last(where: { room($0) - 1 <= width }) ?? places.first
      else { break }
      lines.append(trimmedEnd(before + String(letters[start..<place.offset])))
      (start, before) = (place.offset, further)
    }
    return lines + [before + String(letters[start...])]
  }

  private static func breaks(in letters: [Character]) -> [Break] {
    var breaks: [Break] = []
    var depth = 0
    var squares = 0
    var isText = false
    for (offset, letter) in letters.enumerated() {
      let before = offset > 0 ? letters[offset - 1] : " "
      if letter == "\"", before != "\\" { isText.toggle() }
      if before == " ", letter != " " {
        let labelled = offset > 1 && letters[offset - 2] == ":"
        breaks.append(Break(offset: offset, price: (isText ? 50 : 0) + 2 * depth + (labelled ? 3 : 0) + 4 * squares))
      } else if letter == ".", !isText, offset + 1 < letters.count, letters[offset + 1].isLetter {
        let follows = ")]}".contains(before)
        if follows || before.isLetter { breaks.append(Break(offset: offset, price: 2 * depth + (follows ? 1 : 20))) }
      }
      guard !isText else { continue }
      if "([".contains(letter) { depth += 1 }
      if ")]".contains(letter) { depth -= 1 }
      if letter == "[" { squares += 1 }
      if letter == "]" { squares -= 1 }
    }
    return breaks
  }

  private static func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
