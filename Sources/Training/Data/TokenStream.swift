import Corpora
import Tokenizers

/// Texts as one long row of tokens, cut into blocks that a model learns from.
///
///     let stream = try TokenStream([[1, 2, 3], [4, 5, 6, 7]], blockLength: 3, separator: 0)
///     stream.tokens                  // [1, 2, 3, 0, 4, 5, 6, 7, 0]
///     stream.block(0).targets        // [2, 3, 0]
///
/// The texts stand one after the other with no padding, so that each position teaches something; a separator tells the
/// model where one ends. Block i holds the tokens from i · blockLength on, and its targets are the same tokens one place
/// further. Source: Radford and others, Language Models are Unsupervised Multitask Learners, 2019.
public struct TokenStream: Sendable, Equatable {
  /// All texts, each followed by the separator if there is one.
  public let tokens: [Int]
  /// Where each text begins.
  public let documentStarts: [Int]
  /// How many tokens a block has.
  public let blockLength: Int

  /// - Throws: ``TokenStreamError`` if there are not enough tokens for one block and its last target.
  public init(_ documents: [[Int]], blockLength: Int, separator: Int? = nil) throws(TokenStreamError) {
    guard blockLength > 0 else { throw .blockLength(blockLength) }
    var (tokens, starts): ([Int], [Int]) = ([], [])
    for document in documents {
      starts.append(tokens.count)
      tokens += document
      if let separator { tokens.append(separator) }
    }
    guard tokens.count > blockLength else { throw .tooShort(tokens: tokens.count, blockLength: blockLength) }
    (self.tokens, documentStarts, self.blockLength) = (tokens, starts, blockLength)
  }

  /// The documents of a corpus, turned into tokens.
  /// - Throws: ``TokenStreamError`` if there are not enough, or a part of a document has no token.
  public init(
    _ corpus: Corpus, tokenizer: some Tokenizer, blockLength: Int, separator: Int? = nil
  ) throws(TokenStreamError) {
    try self.init(Self.tokens(of: corpus, tokenizer), blockLength: blockLength, separator: separator)
  }

  /// The tokens of each document of a corpus.
  package static func tokens(of corpus: Corpus, _ tokenizer: some Tokenizer) throws(TokenStreamError) -> [[Int]] {
    var tokens: [[Int]] = []
    for (number, document) in corpus.documents.enumerated() {
      do { tokens.append(try tokenizer.encoding(of: document, addingSpecialTokens: false).ids) } catch {
        throw .tokenizer(error, document: number)
      }
    }
    return tokens
  }

  /// How many whole blocks there are.
  public var blockCount: Int { (tokens.count - 1) / blockLength }

  /// The tokens of a block, and what comes after each.
  public func block(_ number: Int) -> (inputs: [Int], targets: [Int]) {
    let start = number * blockLength
    return (Array(tokens[start..<start + blockLength]), Array(tokens[start + 1...start + blockLength]))
  }

  /// Some blocks as a batch. `[blocks, blockLength]`
  public func batch(_ blocks: some Sequence<Int>) -> TokenBatch {
    let blocks = blocks.map(block)
    return TokenBatch(inputs: blocks.map(\.inputs), targets: blocks.map(\.targets))
  }

  /// Blocks that begin anywhere, as a batch. Behind the last token comes the first one again. `[starts, blockLength]`
  public func batch(startingAt starts: some Sequence<Int>) -> TokenBatch {
    let rows = starts.map { start in (start...start + blockLength).map { tokens[$0 % tokens.count] } }
    return TokenBatch(inputs: rows.map { Array($0.dropLast()) }, targets: rows.map { Array($0.dropFirst()) })
  }
}
