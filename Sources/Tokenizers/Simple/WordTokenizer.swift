/// A token for each word and each sign, as the oldest language models had it.
///
///     let tokenizer = WordTokenizer(text: "the cat sat on the mat.")
///     tokenizer.ids(of: "the cat sat.")         // [6, 2, 5, 1]
///     tokenizer.text(of: [6, 2, 0, 5, 1])       // "the cat <unk> sat ."
///
/// Words are runs of letters, marks and digits; a Chinese character is a word. Space is not kept, so the text that comes
/// back has other spaces. A word that was not in the text is `<unk>`, the token 0.
public struct WordTokenizer: Tokenizer, Equatable {
  /// The token for all words that are not known.
  public static let unknown = "<unk>"
  private let vocabulary: Vocabulary

  /// A token for each different word of a text.
  ///
  /// - Parameter minimumFrequency: How often a word must stand to be known.
  public init(text: String, minimumFrequency: Int = 1) {
    var counts: [String: Int] = [:]
    for word in Self.words(of: text) { counts[word.text, default: 0] += 1 }
    let known = counts.filter { $0.value >= minimumFrequency && $0.key != Self.unknown }.keys
    vocabulary = Vocabulary(
      [Self.unknown] + known.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
  }

  /// The words in the order of their ids.
  public var words: [String] { vocabulary.tokens }

  public var vocabularySize: Int { vocabulary.count }

  public func encode(_ text: String, addingSpecialTokens: Bool) -> Encoding {
    var encoding = Encoding()
    for (index, word) in Self.words(of: text).enumerated() {
      let id = vocabulary.id(word.text) ?? 0
      encoding.append(id: id, token: vocabulary.tokens[id], place: word.place, word: index)
    }
    return encoding
  }

  public func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String {
    ids.compactMap(vocabulary.token).joined(separator: " ")
  }

  public func token(for id: Int) -> String? { vocabulary.token(id) }
  public func id(for token: String) -> Int? { vocabulary.id(token) }

  private static func words(of text: String) -> [(text: String, place: Range<Int>)] {
    var words: [(text: String, place: Range<Int>)] = []
    var isInWord = false
    for (position, scalar) in text.unicodeScalars.enumerated() {
      let belongs = scalar.isWordScalar && !scalar.isChinese
      if scalar.isSpace {
        isInWord = false
      } else if belongs, isInWord, let last = words.popLast() {
        words.append((last.text + String(Character(scalar)), last.place.lowerBound..<position + 1))
      } else {
        words.append((String(Character(scalar)), position..<position + 1))
        isInWord = belongs
      }
    }
    return words
  }
}
