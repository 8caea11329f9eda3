extension PipelineTokenizer {
  /// Learns byte-level byte pairs from texts, as GPT-2's vocabulary was learned: any text can be written with it.
  ///
  ///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["aaabdaaabac"], vocabularySize: 259)
  ///     tokenizer.encode("aaabdaaabac", addingSpecialTokens: false).tokens     // ["aaab", "d", "aaab", "a", "c"]
  ///
  /// - Parameters:
  ///   - texts: What to learn from.
  ///   - vocabularySize: How many tokens are wanted: 256 bytes, the special ones, and what is joined.
  ///   - specialTokens: Marks that no text contains; they have the first ids.
  ///   - minimumFrequency: How often a pair must stand to be joined.
  /// - Throws: ``VocabularySizeError`` if that is not room enough for the bytes and the special tokens.
  public static func trainedBytePairs(
    on texts: some Sequence<String>, vocabularySize: Int, specialTokens: [String] = [], minimumFrequency: Int = 0
  ) throws -> PipelineTokenizer {
    let smallest = 256 + specialTokens.count
    guard vocabularySize >= smallest else {
      throw VocabularySizeError(size: vocabularySize, smallest: smallest, contents: .bytes)
    }
    let preTokenizer = PreTokenizer.byteLevel(addsPrefixSpace: false, trimsOffsets: true, splits: true)
    var trainer = BytePairTrainer()
    trainer.minimumFrequency = minimumFrequency
    var vocabulary = Vocabulary(specialTokens)
    let merges = trainer.train(
      words(of: texts, nil, preTokenizer), vocabulary: &vocabulary, size: vocabularySize, alphabet: ByteAlphabet.scalars
    )
    let model = try BytePairModel(vocabulary: vocabulary, merges: merges, options: .init())
    return PipelineTokenizer(
      preTokenizer: preTokenizer, model: model,
      postProcessor: .byteLevel(trimsOffsets: false, addsPrefixSpace: false), decoder: .byteLevel,
      added: specialTokens.enumerated().map { AddedToken($1, id: $0) })
  }

  /// Learns word pieces from texts, as BERT's vocabulary was learned.
  ///
  /// - Parameters:
  ///   - texts: What to learn from.
  ///   - vocabularySize: How many tokens are wanted. All characters of the texts are tokens, also if they are more.
  ///   - lowercases: Whether case and accents count for nothing.
  public static func trainedWordPieces(
    on texts: some Sequence<String>, vocabularySize: Int, lowercases: Bool = true, minimumFrequency: Int = 2
  ) -> PipelineTokenizer {
    let marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    let normalizer = Normalizer.bert(
      cleansText: true, setsChineseApart: true, stripsAccents: nil, lowercases: lowercases)
    var trainer = BytePairTrainer()
    trainer.minimumFrequency = minimumFrequency
    trainer.continuingPrefix = "##"
    var vocabulary = Vocabulary(marks)
    _ = trainer.train(words(of: texts, normalizer, .bert), vocabulary: &vocabulary, size: vocabularySize)
    return PipelineTokenizer(
      normalizer: normalizer, preTokenizer: .bert,
      model: WordPieceModel(vocabulary: vocabulary, unknownToken: "[UNK]", continuingPrefix: "##", longestWord: 100),
      postProcessor: .bert(
        end: PostProcessor.Mark(id: 3, token: "[SEP]"), start: PostProcessor.Mark(id: 2, token: "[CLS]")),
      decoder: .wordPiece(prefix: "##", cleansUp: true), added: marks.enumerated().map { AddedToken($1, id: $0) },
      padding: Padding(AddedToken("[PAD]", id: 0)))
  }

  /// Learns unigrams from texts, as SentencePiece does: tokens that have probabilities, of which the likeliest are taken.
  ///
  ///     let tokenizer = try PipelineTokenizer.trainedUnigrams(on: ["low lower lowest"], vocabularySize: 10)
  ///     tokenizer.encode("lowers", addingSpecialTokens: false).tokens     // ["▁low", "e", "r", "s"]
  ///
  /// A space is written `▁`, also before the first word of a text. A character that the texts do not have is `<unk>`. The
  /// tokens come in the order of their probabilities. Learning goes over the different words of the texts some 20 to 40
  /// times. A text without spaces, Chinese for one, is a single word.
  ///
  /// - Parameters:
  ///   - texts: What to learn from.
  ///   - vocabularySize: How many tokens are wanted: the special ones, `<unk>`, all characters of the texts, and what is
  ///     found most useful. There are fewer if the texts do not hold so many pieces that come twice.
  ///   - specialTokens: Marks that no text contains; they have the first ids.
  /// - Throws: ``VocabularySizeError`` if that is not room enough for the characters and the special tokens.
  public static func trainedUnigrams(
    on texts: some Sequence<String>, vocabularySize: Int, specialTokens: [String] = []
  ) throws -> PipelineTokenizer {
    let preTokenizer = PreTokenizer.metaspace(replacement: "▁", prefix: .first, splits: true)
    var marks = Vocabulary(specialTokens)
    let unknown = marks.add("<unk>")
    var trainer = UnigramTrainer(words(of: texts, nil, preTokenizer))
    let smallest = marks.count + trainer.characterCount
    guard vocabularySize >= smallest else {
      throw VocabularySizeError(size: vocabularySize, smallest: smallest, contents: .characters)
    }
    trainer.train(to: vocabularySize - marks.count)
    let found = trainer.tokens.filter { marks.id($0.token) == nil }
    return PipelineTokenizer(
      preTokenizer: preTokenizer,
      model: UnigramModel(
        vocabulary: Vocabulary(marks.tokens + found.map(\.token)),
        scores: marks.tokens.map { _ in 0 } + found.map(\.score),
        unknown: unknown, usesBytes: false, marks: Set(marks.tokens.indices)),
      decoder: .metaspace(replacement: "▁", prefix: .first),
      added: marks.tokens.enumerated().map { AddedToken($1, id: $0) })
  }

  /// The words of some texts, and how often each stands.
  static func words(
    of texts: some Sequence<String>, _ normalizer: Normalizer?, _ preTokenizer: PreTokenizer
  ) -> [[Unicode.Scalar]: Int] {
    var words: [[Unicode.Scalar]: Int] = [:]
    for text in texts {
      let units = TextUnit.units(of: text)
      let cut = preTokenizer.cut(CutText(normalizer?.normalize(units) ?? units))
      for piece in cut.pieces where !piece.isEmpty { words[cut.units[piece].map(\.scalar), default: 0] += 1 }
    }
    return words
  }
}

/// A vocabulary that is too small for what must be in it.
public struct VocabularySizeError: Error, Equatable, CustomStringConvertible {
  /// What must be in a vocabulary.
  public enum Contents: String, Sendable {
    case bytes = "the 256 bytes and the special tokens"
    case characters = "all characters of the texts and the special tokens"
  }

  public let size: Int
  public let smallest: Int
  public let contents: Contents

  public var description: String {
    "A vocabulary of \(size) tokens has no room for \(contents.rawValue). Ask for \(smallest) or more."
  }
}
