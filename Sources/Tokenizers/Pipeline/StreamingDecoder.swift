/// Turns tokens into text as they come, and never gives half a character: what is not finished waits for the next token.
///
///     var decoder = StreamingDecoder(CharacterTokenizer(text: "abc"))
///     decoder.append(0) + decoder.append(2) + decoder.finish()     // "ac"
public struct StreamingDecoder: Sendable {
  private let tokenizer: any Tokenizer
  private var ids: [Int] = []
  /// Where the tokens begin that are decoded together, so that spaces between words are seen.
  private var contextStart = 0
  /// Up to where the text was given.
  private var given = 0

  public init(_ tokenizer: any Tokenizer) { self.tokenizer = tokenizer }

  /// The text that one more token adds.
  public mutating func append(_ id: Int) -> String {
    ids.append(id)
    let all = tokenizer.text(of: Array(ids[contextStart...])).unicodeScalars
    guard all.last != "\u{FFFD}" else { return "" }
    return rest(of: all)
  }

  /// What has been waiting, with replacement characters for what never got whole.
  public mutating func finish() -> String {
    rest(of: tokenizer.text(of: Array(ids[contextStart...])).unicodeScalars)
  }

  private mutating func rest(of all: String.UnicodeScalarView) -> String {
    let before = tokenizer.text(of: Array(ids[contextStart..<given])).unicodeScalars.count
    let new = all.dropFirst(before)
    // Marks and spaces alone do not show whether a word has begun: they stay with what comes.
    if new.contains(where: { !$0.isSpace }) { contextStart = given }
    given = ids.count
    return String(new)
  }
}
