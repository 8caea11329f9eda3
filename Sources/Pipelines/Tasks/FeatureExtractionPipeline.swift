import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers

/// Gives what a model makes of each token of a text: an encoder, or a decoder without its head.
///
///     let read = try pipeline(.featureExtraction, model: miniLM)
///     try read("A cat sleeps.").shape     // [6, 384]
///
/// For one vector of a whole sentence see `SentenceEncoder`.
public struct FeatureExtractionPipeline {
  public let model: any TransformerBody
  public let tokenizer: PipelineTokenizer

  /// - Throws: ``PipelineError`` if the tokenizer has more tokens than the model, or tells more parts of a text
  ///   apart.
  public init(_ model: any TransformerBody, tokenizer: PipelineTokenizer) throws(PipelineError) {
    try check(tokenizer, model)
    (self.model, self.tokenizer) = (model, tokenizer)
  }

  /// The features of each token, marks included. `[tokens, features]`
  /// - Parameter isCut: Whether a text that is too long is cut; it is refused unless told so.
  /// - Throws: ``PipelineError`` for a text that is too long or has no token, and for a model whose numbers are spoilt.
  public func callAsFunction(_ text: String, isCut: Bool = false) throws(PipelineError) -> Tensor {
    try self([text], isCut: isCut)[0]
  }

  /// The same for several texts, read together.
  public func callAsFunction(
    _ texts: [String], isCut: Bool = false, batchSize: Int = 16
  ) throws(PipelineError) -> [Tensor] {
    let limit = model.contextLength ?? .max
    var encodings: [Encoding] = []
    for text in texts {
      let encoding = try tokenizer.read(text, truncation: isCut ? Truncation(maximumLength: limit) : nil)
      encodings.append(try encoding.checked(task: "featureExtraction", limit: limit))
    }
    return try inBatches(encodings, of: batchSize) { batch throws(PipelineError) in
      let rows = TextRows(batch, padding: tokenizer.padding)
      // [texts, time, features]
      let features = try finiteResults(of: model) { [model(rows.tokens, types: rows.types, mask: rows.mask)] }[0]
      return batch.indices.map { features[$0, 0..<batch[$0].count].contiguous() }
    }
  }
}

/// The task of ``FeatureExtractionPipeline``.
public struct FeatureExtractionTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> FeatureExtractionPipeline {
    try FeatureExtractionPipeline(
      AutoModel.load(from: folder, report: report), tokenizer: AutoTokenizer.load(from: folder))
  }
}

extension PipelineTask where Self == FeatureExtractionTask {
  /// Gives what a model makes of each token of a text.
  public static var featureExtraction: FeatureExtractionTask { FeatureExtractionTask() }
}
