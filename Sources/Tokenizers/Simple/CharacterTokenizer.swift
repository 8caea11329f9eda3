/// A token for each character of a text, the smallest tokenizer there is.
///
///     let tokenizer = CharacterTokenizer(text: "hello")
///     tokenizer.ids(of: "hole")     // [1, 3, 2, 0]
///
/// Characters are Unicode scalars, sorted by their numbers. One that the text does not have is left out.
public struct CharacterTokenizer: Tokenizer, Equatable {
  private let vocabulary: Vocabulary

  /// A token for each different character of a text.
  public init(text: String) {
    vocabulary = Vocabulary(Set(text.unicodeScalars).sorted { $0.value < $1.value }.map { String(Character($0)) })
  }

  /// The characters in the order of their ids.
  public var characters: [String] { vocabulary.tokens }

  public var vocabularySize: Int { vocabulary.count }

  public func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding {
    var encoding = Encoding()
    for (position, scalar) in text.unicodeScalars.enumerated() {
      guard let id = vocabulary.id(String(Character(scalar))) else { continue }
      encoding.append(id: id, token: vocabulary.tokens[id], place: position..<position + 1, word: position)
    }
    return encoding
  }

  public func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String {
    ids.compactMap(vocabulary.token).joined()
  }

  public func token(for id: Int) -> String? { vocabulary.token(id) }
  public func id(for token: String) -> Int? { vocabulary.id(token) }
}

extension Encoding {
  /// Puts a token of the text behind the others.
  mutating func append(id: Int, token: String, place: Range<Int>, word: Int) {
    ids.append(id)
    tokens.append(token)
    typeIDs.append(0)
    attentionMask.append(1)
    specialTokensMask.append(0)
    offsets.append(place)
    wordIDs.append(word)
  }
}
