import Displays

/// Words in a drawing. Their widths are estimates, since only the reader's browser knows the font.
enum Lettering {
  static let titleSize = 14.0
  static let size = 12.0
  /// The longest names that stand beside or below something.
  static let longestName = 24

  /// The room that a text needs.
  static func width(_ text: String, size: Double = Lettering.size) -> Double { Double(text.columns) * size * 0.6 }

  /// One line of text, with everything escaped that means something in SVG.
  static func text(_ text: String, x: Double, y: Double, _ attributes: String = "") -> String {
    let attributes = attributes.isEmpty ? "" : " " + attributes
    return "<text x=\"\(x.short)\" y=\"\(y.short)\"\(attributes)>\(HTML.escaped(text))</text>"
  }

  /// A name in one line that is short enough for its place.
  static func name(_ text: String, length: Int = Lettering.longestName) -> String { text.label(length: length) }

  /// A name in one line that takes at most so many columns. What is longer ends at the end of a word, if there is one.
  static func name(_ text: String, columns: Int) -> String {
    let line = text.label(length: columns + 1)
    guard line.columns > columns else { return line }
    var (start, room) = (line.prefix(0), columns - 1)
    for index in line.indices {
      room -= String(line[index]).columns
      if room < 0 { break }
      start = line[...index]
    }
    // What ends where a word ends is whole already.
    let rest = line[start.endIndex...]
    if !rest.hasPrefix(" "), let space = start.lastIndex(of: " "), String(start[..<space]).columns * 2 >= columns {
      start = start[..<space]
    }
    return start + "…"
  }

  /// A name as it stands in a sentence, in quotes that are not those of code.
  static func quoted(_ text: String) -> String { "“\(name(text))”" }
}
