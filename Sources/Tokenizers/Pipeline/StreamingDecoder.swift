/// Turns tokens into text as they come, and never gives half a character: what is not finished waits for the next token.
///
///     var decoder = StreamingDecoder(CharacterTokenizer(text: "abc"))
///     decoder.append(0) + decoder.append(2) + decoder.finish()     // "ac"
///
/// Text that goes on from other text needs to know that: a ``WordTokenizer`` puts a space between the two.
///
///     var words = StreamingDecoder(WordTokenizer(text: "a cat sat"), after: [1, 2])
///     words.append(3)     // " sat"
public struct StreamingDecoder: Sendable {
  private let tokenizer: any Tokenizer
  private var ids: [Int] = []
  /// Where the tokens begin that are decoded together, so that spaces between words are seen.
  private var contextStart = 0
  /// Up to where the text was given.
  private var given = 0

  /// - Parameter prompt: The tokens before the first one, whose text was given already. What stands before the last special
  ///   token is another text, and the half of a character is no text yet.
  public init(_ tokenizer: any Tokenizer, after prompt: [Int] = []) {
    self.tokenizer = tokenizer
    let near = prompt.suffix(Self.longestContext)
    let mark = near.lastIndex { tokenizer.text(of: [$0]) != tokenizer.decode([$0], skippingSpecialTokens: false) }
    let context = Array(near[(mark.map { $0 + 1 } ?? near.startIndex)...])
    guard tokenizer.text(of: context).unicodeScalars.last != "\u{FFFD}" else { return }
    ids = context
    given = context.count
  }

  /// How many tokens of a prompt are looked at.
  private static let longestContext = 32

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
