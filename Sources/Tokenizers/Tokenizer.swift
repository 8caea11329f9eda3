/// What turns text into numbers that a model reads, and numbers back into text.
///
/// A number stands for a token: a character, a word, or a piece of one. Some tokens are special: they mark the beginning
/// of a text or a gap, and no text that a user types turns into one.
public protocol Tokenizer: Sendable {
  /// How many tokens there are: all ids are below.
  var vocabularySize: Int { get }

  /// The ids of a text's tokens, and where in the text each comes from.
  ///
  /// A few tokenizers of model folders have no token for some texts. Such a text ends the program, or in a notebook the cell,
  /// with words; ``encoding(of:addingSpecialTokens:)`` throws them.
  func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding

  /// The same for a text or a tokenizer that comes from outside: what has no token is an error, and not the end of the program.
  ///
  ///     func length(of text: String, _ tokenizer: some Tokenizer) -> Int? {
  ///       do { return try tokenizer.encoding(of: text, addingSpecialTokens: false).count } catch {
  ///         print(error)     // The tokenizer has no token for "zz", and "[UNK]", which stands for such text, …
  ///         return nil
  ///       }
  ///     }
  ///     length(of: "hole", CharacterTokenizer(text: "hello"))     // 4
  ///
  /// A tokenizer that has tokens for every text need not write it.
  /// - Throws: ``TokenizerError`` if a part of the text has no token, and there is none for such text.
  func encoding(of text: String, addingSpecialTokens: Bool) throws(TokenizerError) -> Encoding

  /// The text for ids. Ids that mean nothing to this tokenizer are left out.
  func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String

  /// The token with an id, as the vocabulary writes it.
  func token(for id: Int) -> String?

  /// The id of a token that is written as in the vocabulary.
  func id(for token: String) -> Int?
}

extension Tokenizer {
  public func encoding(of text: String, addingSpecialTokens: Bool) throws(TokenizerError) -> Encoding {
    encode(text, addingSpecialTokens: addingSpecialTokens)
  }

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
