import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers

/// Fills gaps in a text.
///
///     let fill = try pipeline(.fillMask, model: folder)
///     try fill("The sky is [MASK].", top: 3)[0].choices[0].token
///
/// Each gap gets the likeliest tokens as if the others stayed gaps.
public struct FillMaskPipeline {
  public let model: MaskedLanguageModel
  public let tokenizer: PipelineTokenizer
  /// The token for a gap.
  public let mask: AddedToken

  /// - Throws: ``PipelineError`` if the tokenizer has no token for a gap, more tokens than the model, or
  ///   more parts of a text.
  public init(_ model: MaskedLanguageModel, tokenizer: PipelineTokenizer) throws(PipelineError) {
    try check(tokenizer, model.body)
    let added = tokenizer.addedTokens
    // What the folder calls the mask, or else what most call it.
    let named = tokenizer.id(of: .mask).flatMap { id in added.first { $0.id == id } }
    guard let mask = named ?? added.first(where: { ["[MASK]", "<mask>"].contains($0.content) }) else { throw .noMask }
    guard mask.id < model.body.vocabularySize else {
      throw .mismatch(.tokens(tokenizer: mask.id + 1, model: model.body.vocabularySize))
    }
    (self.model, self.tokenizer, self.mask) = (model, tokenizer, mask)
  }

  /// The likeliest tokens for each gap of a text.
  /// - Parameter count: How many tokens are wanted for a gap.
  /// - Throws: ``PipelineError`` for a text without a gap, one that is too long or has no token, and a model whose numbers
  ///   are spoilt.
  public func callAsFunction(_ text: String, top count: Int = 5) throws(PipelineError) -> [FilledGap] {
    try self([text], top: count)[0]
  }

  /// The same for several texts, read together.
  public func callAsFunction(
    _ texts: [String], top count: Int = 5, batchSize: Int = 16
  ) throws(PipelineError) -> [[FilledGap]] {
    guard count > 0 else { throw .setting(name: "top", value: "\(count)", wanted: "1 or more") }
    var encodings: [Encoding] = []
    for text in texts {
      let encoding = try tokenizer.read(text, gap: mask)
      guard encoding.ids.contains(mask.id) else { throw .noGap(text: text, mark: mask.content) }
      encodings.append(
        try encoding.checked(task: "fillMask", limit: model.body.configuration.contextLength))
    }
    return try inBatches(encodings, of: batchSize) { batch throws(PipelineError) in
      let rows = TextRows(batch, padding: tokenizer.padding)
      // [texts, time, vocabulary]
      let scores = try finiteResults(of: model) { [model(rows.tokens, types: rows.types, mask: rows.mask)] }[0]
      return batch.indices.map { number in
        batch[number].ids.indices.filter { batch[number].ids[$0] == mask.id }.map { place in
          filled(batch[number], at: place, softmax(scores[number, place]), count)
        }
      }
    }
  }

  private func filled(_ text: Encoding, at place: Int, _ shares: Tensor, _ count: Int) -> FilledGap {
    let (values, ids) = shares.topK(min(count, shares.count))
    return FilledGap(
      choices: zip(values.doubles, ids.ints).map { probability, id in
        FilledGap.Choice(
          id: id, token: tokenizer.token(for: id) ?? "", probability: probability,
          text: written(text, id, at: place))
      })
  }

  /// The text with a token in a gap, without marks, but with the other gaps.
  private func written(_ text: Encoding, _ id: Int, at place: Int) -> String {
    var ids = text.ids
    ids[place] = id
    let kept = ids.indices.filter { text.specialTokensMask[$0] == 0 }
    return tokenizer.decode(kept.map { ids[$0] }, skippingSpecialTokens: false)
  }
}

/// The task of ``FillMaskPipeline``.
public struct FillMaskTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> FillMaskPipeline {
    try FillMaskPipeline(
      AutoModelForMaskedLM.load(from: folder, report: report), tokenizer: AutoTokenizer.load(from: folder))
  }
}

extension PipelineTask where Self == FillMaskTask {
  /// Fills gaps in a text.
  public static var fillMask: FillMaskTask { FillMaskTask() }
}
