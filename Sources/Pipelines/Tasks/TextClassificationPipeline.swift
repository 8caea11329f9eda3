import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers

/// Says which class a text belongs to.
///
///     let classify = try pipeline(.textClassification, model: folder)
///     try classify("Add two eggs and stir.").label
///
/// Classes that exclude each other share the probability; where a text may belong to several, as the model's
/// ``ProblemType`` says, and where there is one class only, each has a probability of its own.
public struct TextClassificationPipeline {
  public let model: any SequenceClassificationModel
  public let tokenizer: PipelineTokenizer

  /// - Throws: ``PipelineError`` if the tokenizer has more tokens than the model, or tells more parts of a text
  ///   apart, or the model does not know its padding, or gives numbers in place of classes (``ProblemType/regression``).
  public init(_ model: any SequenceClassificationModel, tokenizer: PipelineTokenizer) throws(PipelineError) {
    try check(tokenizer, model.body)
    // A share of a probability would be another number than the one that was asked for.
    if model.problemType == .regression {
      throw .setting(
        name: "problem_type", value: "regression",
        wanted: "one of classes; the numbers of this model are what it gives itself, or `glassbox model logits`")
    }
    let known = 0..<model.body.vocabularySize
    if let token = model.paddingToken, !known.contains(token) {
      throw .setting(
        name: "paddingToken", value: "\(token)", wanted: "a token of the model, 0 to \(known.count - 1)")
    }
    (self.model, self.tokenizer) = (model, tokenizer)
  }

  /// Whether each class has a probability of its own.
  private var hasSeveralLabels: Bool { model.problemType == .severalLabels || model.labels.count == 1 }

  /// The classes of a text.
  /// - Parameters:
  ///   - pair: A second text that is read with it, such as a claim about the first.
  ///   - isCut: Whether a text that is too long is cut; it is refused unless told so.
  /// - Throws: ``PipelineError`` for a text that is too long or has no token, a pair where the model does not tell two texts apart, and a
  ///   model whose numbers are spoilt.
  public func callAsFunction(
    _ text: String, pair: String? = nil, isCut: Bool = false
  ) throws(PipelineError) -> Classification {
    try classified([encoded(text, pair, isCut)], batchSize: 1)[0]
  }

  /// The classes of several texts, read together.
  public func callAsFunction(
    _ texts: [String], isCut: Bool = false, batchSize: Int = 16
  ) throws(PipelineError) -> [Classification] {
    var encodings: [Encoding] = []
    for text in texts { encodings.append(try encoded(text, nil, isCut)) }
    return try classified(encodings, batchSize: batchSize)
  }

  private func encoded(_ text: String, _ pair: String?, _ isCut: Bool) throws(PipelineError) -> Encoding {
    let limit = model.body.contextLength ?? .max
    if pair != nil { try check(tokenizer, model.body, isPair: true) }
    return try tokenizer.read(text, pair: pair, truncation: isCut ? Truncation(maximumLength: limit) : nil)
      .checked(task: "textClassification", limit: limit)
  }

  private func classified(_ texts: [Encoding], batchSize: Int) throws(PipelineError) -> [Classification] {
    try inBatches(texts, of: batchSize) { batch throws(PipelineError) in
      let rows = TextRows(batch, padding: tokenizer.padding, token: model.paddingToken)
      // [texts, classes]
      let scores = try finiteResults(of: model) { [model(rows.tokens, types: rows.types, mask: rows.mask)] }[0]
      let shares = hasSeveralLabels ? sigmoid(scores) : softmax(scores)
      return batch.indices.map { number in
        let pairs = zip(model.labels, shares[number].doubles).map { Classification.Score(label: $0, probability: $1) }
        return Classification(scores: pairs.sorted { $0.probability > $1.probability })
      }
    }
  }
}

/// The task of ``TextClassificationPipeline``.
public struct TextClassificationTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> TextClassificationPipeline {
    try TextClassificationPipeline(
      AutoModelForSequenceClassification.load(from: folder, report: report),
      tokenizer: AutoTokenizer.load(from: folder))
  }
}

extension PipelineTask where Self == TextClassificationTask {
  /// Says which class a text belongs to.
  public static var textClassification: TextClassificationTask { TextClassificationTask() }
}
