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
    guard vocabularySize >= smallest else { throw VocabularySizeError(size: vocabularySize, smallest: smallest) }
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

  /// The words of some texts, and how often each stands.
  private static func words(
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
  public let size: Int
  public let smallest: Int

  public var description: String {
    "A vocabulary of \(size) tokens has no room for the 256 bytes and the special tokens. Ask for \(smallest) or more."
  }
}
