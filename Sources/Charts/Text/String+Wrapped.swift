import Displays

extension String {
  /// The text in lines of at most `width` columns, broken between words. A longer word has a line of its own, and a text without
  /// spaces that are to be broken at stays as it is.
  func wrapped(_ width: Int) -> [String] {
    guard columns > width, !hasPrefix(" ") else { return [self] }
    var lines: [String] = []
    for word in split(separator: " ") {
      if let line = lines.last, line.columns + 1 + String(word).columns <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
