import LanguageModels
import Tensors
import Tokenizers

/// Some texts as rows of one length, filled up with padding that does not count.
package struct TextRows {
  /// `[texts, time]`
  package let tokens: Tensor
  /// Which part of the text each token belongs to. `[texts, time]`
  package let types: Tensor
  /// True for tokens that count, `[texts, time]`; `nil` if all do.
  package let mask: Tensor?

  /// - Parameters:
  ///   - padding: What the tokenizer's file says of padding.
  ///   - token: What the model takes for padding, if it must know.
  package init(_ texts: [Encoding], padding: Padding?, token: Int? = nil) {
    // Whatever the file says, these texts are filled up behind their end, to the longest.
    let filler = token.map { AddedToken("", id: $0) } ?? padding?.token ?? AddedToken("", id: 0)
    let rows = Padding(filler).filled(texts)
    let shape = [texts.count, rows.first?.count ?? 0]
    tokens = Tensor(indices: rows.flatMap(\.ids)).reshaped(to: shape)
    types = Tensor(indices: rows.flatMap(\.typeIDs)).reshaped(to: shape)
    let counts = Tensor(indices: rows.flatMap(\.attentionMask)).reshaped(to: shape) .> 0
    mask = texts.allSatisfy { $0.count == shape[1] } ? nil : counts
  }
}

/// Calls a function with so many texts at a time, those of about the same length together, so that little is computed for
/// padding, and gives the results in the order of the texts.
func inBatches<Result>(
  _ texts: [Encoding], of batchSize: Int, _ body: (_ batch: [Encoding]) throws(PipelineError) -> [Result]
) throws(PipelineError) -> [Result] {
  let order = texts.indices.sorted { (texts[$0].count, $0) < (texts[$1].count, $1) }
  var found: [(place: Int, result: Result)] = []
  for first in stride(from: 0, to: order.count, by: max(batchSize, 1)) {
    let batch = order[first..<min(first + max(batchSize, 1), order.count)]
    let results = try body(batch.map { texts[$0] })
    found += zip(batch, results).map { (place: $0, result: $1) }
  }
  return found.sorted { $0.place < $1.place }.map(\.result)
}

extension Encoding {
  /// The same, if it is not too long for a model.
  func checked(task: String, limit: Int) throws(PipelineError) -> Encoding {
    guard count > 0 else { throw .nothingToRead(task: task) }
    guard count <= limit else { throw .tooLong(task: task, tokens: count, limit: limit) }
    return self
  }
}

/// The texts of a pipeline come from outside: each way to their tokens throws.
extension PipelineTokenizer {
  /// The tokens of a text, or of two that belong together.
  func read(
    _ text: String, pair: String? = nil, addingSpecialTokens: Bool = true, truncation: Truncation? = nil
  ) throws(PipelineError) -> Encoding {
    do {
      return try encoding(of: text, pair: pair, addingSpecialTokens: addingSpecialTokens, truncation: truncation)
    } catch { throw .tokenizer(error) }
  }

  /// The tokens of a text with gaps in it.
  func read(_ text: String, gap: AddedToken) throws(PipelineError) -> Encoding {
    do { return try encoding(of: text, gap: gap) } catch { throw .tokenizer(error) }
  }
}

/// Sees to it that a model has a row for every token of its tokenizer.
func check(_ tokenizer: PipelineTokenizer, vocabularySize: Int) throws(PipelineError) {
  do { try tokenizer.check(vocabularySize: vocabularySize) } catch { throw .mismatch(error) }
}

/// Sees to it that a model has a row for every token of its tokenizer, and for every part of its texts or pairs.
func check(_ tokenizer: PipelineTokenizer, _ body: any TransformerBody, isPair: Bool = false) throws(PipelineError) {
  do { try tokenizer.check(body, isPair: isPair) } catch { throw .mismatch(error) }
}
