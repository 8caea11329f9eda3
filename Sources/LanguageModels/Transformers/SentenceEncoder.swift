import NeuralNetworks
import Tensors
import Tokenizers

/// Turns sentences into vectors: those that mean nearly the same point in nearly the same direction.
///
///     let encoder = try SentenceEncoder.load(from: miniLM)
///     let vectors = encoder(["A cat sleeps.", "Some kitten naps.", "Shares fell."])
///     vectors.shape            // [3, 384]
///     let likeness = vectors.matmul(vectors.transposed())
///     likeness[0, 1]           // 0.594
///     likeness[0, 2]           // -0.007
///
/// A ``BERT`` reads each sentence, and its positions become one vector by ``SentencePooling``. Source: Reimers and
/// Gurevych, Sentence-BERT, 2019, section 3.
public final class SentenceEncoder: Module {
  public let body: BERT
  public let tokenizer: PipelineTokenizer
  public let pooling: SentencePooling
  /// Whether all vectors have the length 1, so that their product is the cosine between them.
  public let normalizes: Bool
  /// How many tokens of a sentence are read, marks counted; the rest is cut off.
  public let maximumLength: Int
  /// What the model was trained to see before texts, by name: `query` for a question, `passage` for what may answer it.
  public let prompts: [String: String]
  /// What is put before a text unless told otherwise; often nothing.
  public let prompt: String

  public init(
    _ body: BERT, tokenizer: PipelineTokenizer, pooling: SentencePooling = .mean, normalizes: Bool = true,
    maximumLength: Int? = nil, prompts: [String: String] = [:], prompt: String = ""
  ) {
    self.body = body
    self.tokenizer = tokenizer
    self.pooling = pooling
    self.normalizes = normalizes
    self.maximumLength = min(maximumLength ?? .max, body.configuration.contextLength)
    self.prompts = prompts
    self.prompt = prompt
  }

  /// The vectors of some sentences, in their order. `[sentences, features]`
  ///
  /// Sentences of about the same length are read together, so that little is computed for padding. Nothing is noted for
  /// gradients; to train use ``vectors(_:mask:)``.
  /// - Parameters:
  ///   - prompt: What is put before each sentence, such as `prompts["query"]`; ``prompt`` unless told otherwise.
  ///   - batchSize: How many sentences are read at once.
  public func callAsFunction(_ sentences: [String], prompt: String? = nil, batchSize: Int = 32) -> Tensor {
    do { return try vectors(of: sentences, prompt: prompt, batchSize: batchSize) } catch { stop(error) }
  }

  /// The same for sentences or a folder that come from outside: what has no token is an error, and not the end of the program.
  /// `[sentences, features]`
  ///
  ///     try encoder.vectors(of: ["A cat sleeps."]).shape     // [1, 384]
  ///
  /// - Throws: `TokenizerError` if a part of a sentence has no token, and the folder's vocabulary has none for such text.
  public func vectors(
    of sentences: [String], prompt: String? = nil, batchSize: Int = 32
  ) throws(TokenizerError) -> Tensor {
    var texts: [[Int]] = []
    for sentence in sentences { texts.append(try encoding(of: sentence, prompt: prompt).ids) }
    let order = texts.indices.sorted { (texts[$0].count, $0) < (texts[$1].count, $1) }
    guard !order.isEmpty else { return Tensor.zeros([0, body.configuration.features]) }
    let parts = stride(from: 0, to: order.count, by: max(batchSize, 1)).map { first in
      let batch = order[first..<min(first + max(batchSize, 1), order.count)]
      return vectors(ofTokens: batch.map { texts[$0] })
    }
    var places = order
    for (place, sentence) in order.enumerated() { places[sentence] = place }
    return concatenated(parts).selecting(Tensor(indices: places))
  }

  /// A sentence as the model reads it: behind its prompt, cut to the length that it was trained for, with marks around it.
  public func tokens(of sentence: String, prompt: String? = nil) -> Encoding {
    do { return try encoding(of: sentence, prompt: prompt) } catch { stop(error) }
  }

  private func encoding(of sentence: String, prompt: String?) throws(TokenizerError) -> Encoding {
    try tokenizer.encoding(
      of: (prompt ?? self.prompt) + sentence, pair: nil,
      truncation: Truncation(maximumLength: maximumLength, strategy: .longestFirst))
  }

  /// The vectors of texts that are tokens already. `[batch, time]` to `[batch, features]`
  /// - Parameter mask: True for tokens that count, `[batch, time]`; all count unless told otherwise.
  public func vectors(_ tokens: Tensor, mask: Tensor? = nil) -> Tensor {
    let pooled = pooling(body.readingTokensOnly(tokens, mask: mask), mask: mask)
    guard normalizes else { return pooled }
    return pooled / maximum(pooled.norm(axis: -1, keepDims: true), 1e-12)
  }

  private func vectors(ofTokens texts: [[Int]]) -> Tensor {
    let longest = texts.map(\.count).max() ?? 0
    let filler = tokenizer.padding?.token.id ?? 0
    let padded = texts.flatMap { $0 + Array(repeating: filler, count: longest - $0.count) }
    let tokens = Tensor(indices: padded).reshaped(to: [texts.count, longest])
    let lengths = Tensor(indices: texts.map(\.count)).unsqueezed(1)  // [batch, 1]
    let isFull = texts.allSatisfy { $0.count == longest }
    return withoutGradients { vectors(tokens, mask: isFull ? nil : Tensor.arange(longest, dtype: .int) .< lengths) }
  }
}
