/// How ``ROUGE`` cuts a text into words.
public enum ROUGETokenization: Sendable, Equatable, CaseIterable {
  /// Runs of `a` to `z` and digits in lower case, as the package rouge-score does. Of a Chinese text nothing is left.
  case words
  /// The same, and longer words without their endings.
  case stems
  /// Each character that is not white space, in lower case: for Chinese.
  case characters

  /// The words of a text.
  public func words(_ text: String) -> [String] {
    let scalars = text.lowercased().unicodeScalars
    guard self != .characters else { return scalars.filter { !TextWords.isSpace($0) }.map { String($0) } }
    let words = scalars.split { !TextWords.isDigit($0) && !("a"..."z").contains($0) }.map { String($0) }
    return self == .words ? words : words.map { $0.utf8.count > 3 ? PorterStemmer.stem(of: $0) : $0 }
  }
}
