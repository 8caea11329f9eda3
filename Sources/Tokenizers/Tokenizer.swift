/// What turns text into numbers that a model reads, and numbers back into text.
///
/// A number stands for a token: a character, a word, or a piece of one. Some tokens are special: they mark the beginning
/// of a text or a gap, and no text that a user types turns into one.
public protocol Tokenizer: Sendable {
  /// How many tokens there are: all ids are below.
  var vocabularySize: Int { get }

  /// The ids of a text's tokens, and where in the text each comes from.
  func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding

  /// The text for ids. Ids that mean nothing to this tokenizer are left out.
  func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String

  /// The token with an id, as the vocabulary writes it.
  func token(for id: Int) -> String?

  /// The id of a token that is written as in the vocabulary.
  func id(for token: String) -> Int?
}

extension Tokenizer {
  /// The ids of a text's tokens, without the special tokens that a model may want around them.
  public func ids(of text: String) -> [Int] { encode(text, addingSpecialTokens: false).ids }

  /// The text for ids, without special tokens.
  public func text(of ids: [Int]) -> String { decode(ids, skippingSpecialTokens: true) }

  /// The tokens of bytes that should be UTF-8. Where they are not, the text has a replacement character, U+FFFD, as in
  /// Python's `bytes.decode(errors="replace")`.
  public func encode(bytes: [UInt8], addingSpecialTokens: Bool) -> Encoding {
    encode(String(decoding: bytes, as: UTF8.self), addingSpecialTokens: addingSpecialTokens)
  }
}
