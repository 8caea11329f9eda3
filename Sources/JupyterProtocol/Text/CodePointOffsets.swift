/// Converts positions in a text between Jupyter's unit, Unicode code points, and Swift's own, UTF-8 bytes.
///
/// An emoji family or a letter with a combining accent is one `Character` but several code points, and an emoji is two
/// UTF-16 units but one code point, so neither of those counts will do.
public struct CodePointOffsets: Sendable {
  /// The text that the offsets point into.
  public let text: String

  public init(in text: String) {
    self.text = text
  }

  /// The UTF-8 offset of a code point; offsets outside the text mean its nearer end.
  public func utf8Offset(ofCodePoint codePoint: Int) -> Int {
    guard codePoint > 0 else { return 0 }
    let scalars = text.unicodeScalars
    let index = scalars.index(scalars.startIndex, offsetBy: codePoint, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  /// The number of code points before a UTF-8 offset; an offset inside a code point means the start of that one.
  public func codePoint(atUTF8Offset offset: Int) -> Int {
    var before = 0
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > offset { break }
      before += 1
    }
    return before
  }
}
