import Tokenizers

/// How good an answer to a question is, as the data set SQuAD measures it: whether it is exactly one of those that people
/// gave, and how many words it shares with one.
///
///     let score = AnswerScore("in the Eiffel Tower", references: ["The Eiffel Tower", "Eiffel"])
///     score.isExact     // false
///     score.f1          // 0.8
///
/// Case, punctuation, the words a, an and the, and white space do not count. Words are what stands between white space; of
/// a Chinese answer each character can be one. Source: Rajpurkar and others, SQuAD, 2016.
public struct AnswerScore: Sendable, Equatable {
  /// Whether the answer is one of the references.
  public let isExact: Bool
  /// Precision and recall of its words as one number, for the reference that fits best.
  public let f1: Double

  /// - Parameters:
  ///   - references: One or more answers that are right.
  ///   - byCharacters: Whether each character counts as a word.
  public init(_ answer: String, references: [String], byCharacters: Bool = false) {
    guard !references.isEmpty else { stop(.noReference(measure: "AnswerScore", position: 0)) }
    let answer = Self.normalized(answer)
    let others = references.map(Self.normalized)
    func words(_ text: String) -> [Spelling] {
      let words = byCharacters ? text.unicodeScalars.filter { $0 != " " }.map { String($0) } : TextWords.split(text)
      return words.map(Spelling.init)
    }
    isExact = others.map(Spelling.init).contains(Spelling(answer))
    f1 = others.map { Self.f1(words(answer), words($0)) }.max() ?? 0
  }

  private static func f1(_ words: [Spelling], _ reference: [Spelling]) -> Double {
    guard !words.isEmpty, !reference.isEmpty else { return words == reference ? 1 : 0 }
    let shared = NGramCounts(words, length: 1).overlap(with: NGramCounts(reference, length: 1))
    return PrecisionAndRecall(right: shared, found: words.count, wanted: reference.count).f1
  }

  /// The answer without what does not count: in lower case, without punctuation and articles, one space between words.
  public static func normalized(_ answer: String) -> String {
    let scalars = TextWords.lowercased(answer).unicodeScalars.filter { !TextWords.isPunctuation($0) }
    var kept: [Unicode.Scalar] = []
    var word: [Unicode.Scalar] = []
    func endWord() {
      kept += articles.contains(String(String.UnicodeScalarView(word))) ? [" "] : word
      word = []
    }
    for scalar in scalars {
      if isLetter(scalar) {
        word.append(scalar)
      } else {
        endWord()
        kept.append(scalar)
      }
    }
    endWord()
    return TextWords.split(kept).joined(separator: " ")
  }

  private static let articles: Set = ["a", "an", "the"]

  /// What makes up words for regular expressions of Python, of which no `_` is left here.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
