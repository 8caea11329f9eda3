import MixedText
import Tokenizers

/// Learning a byte-level vocabulary or unigrams, and encoding with the former. `Benchmarks/peers/tokenization.py` takes the same text.
enum Tokenization {
  static var kinds: [String: (BenchmarkCase.Sizes) throws -> () -> Void] {
    [
      "tokenizer-training": training, "unigram-training": unigrams, "tokenizer-encoding": encoding,
      "tokenizer-ids": ids,
    ]
  }

  private static func training(_ sizes: BenchmarkCase.Sizes) -> () -> Void {
    let lines = MixedText.lines(bytes: sizes["bytes"])
    return { _ = try? tokenizer(lines, sizes) }
  }

  private static func unigrams(_ sizes: BenchmarkCase.Sizes) -> () -> Void {
    let lines = MixedText.lines(bytes: sizes["bytes"])
    return { _ = try? PipelineTokenizer.trainedUnigrams(on: lines, vocabularySize: sizes["vocabulary"]) }
  }

  /// Ids, tokens, places and words.
  private static func encoding(_ sizes: BenchmarkCase.Sizes) throws -> () -> Void {
    let lines = MixedText.lines(bytes: sizes["bytes"])
    let tokenizer = try tokenizer(lines, sizes)
    return { _ = lines.map { tokenizer.encode($0, addingSpecialTokens: false) } }
  }

  /// Ids alone.
  private static func ids(_ sizes: BenchmarkCase.Sizes) throws -> () -> Void {
    let lines = MixedText.lines(bytes: sizes["bytes"])
    let tokenizer = try tokenizer(lines, sizes)
    return { _ = lines.map(tokenizer.ids) }
  }

  private static func tokenizer(_ lines: [String], _ sizes: BenchmarkCase.Sizes) throws -> PipelineTokenizer {
    try PipelineTokenizer.trainedBytePairs(on: lines, vocabularySize: sizes["vocabulary"])
  }
}
