import LanguageModels
import TextGeneration
import Tokenizers

/// Goes on from a text.
///
///     let write = try pipeline(.textGeneration, model: folder)
///     try write("The world is", GenerationConfiguration(maximumNewTokens: 8)).tokens.count     // 8
///
/// A prompt has the marks around it that the tokenizer puts there, and the writing ends at the tokens that the folder names
/// as ends.
public struct TextGenerationPipeline {
  public let model: any CausalLanguageModel
  public let tokenizer: PipelineTokenizer
  /// The token that a text begins with, if there is one.
  public let beginToken: Int?
  /// The tokens that end a text.
  public let endTokens: Set<Int>

  /// - Throws: ``PipelineError`` if the tokenizer has more tokens than the model.
  public init(
    _ model: any CausalLanguageModel, tokenizer: PipelineTokenizer, beginToken: Int? = nil, endTokens: Set<Int> = []
  ) throws(PipelineError) {
    try check(tokenizer, vocabularySize: model.vocabularySize)
    (self.model, self.tokenizer, self.beginToken, self.endTokens) = (model, tokenizer, beginToken, endTokens)
  }

  /// Writes on after a prompt.
  /// - Parameter onText: Told each piece of text as soon as it is certain.
  /// - Throws: ``PipelineError`` for an empty prompt, one that is too long, and a model whose numbers are spoilt.
  public func callAsFunction(
    _ prompt: String, _ configuration: GenerationConfiguration = GenerationConfiguration(),
    onText: (String) -> Void = { _ in }
  ) throws(PipelineError) -> GeneratedText {
    let ids = try ids(of: prompt, room: configuration)
    let configuration = ending(configuration)
    do {
      return try TextGenerator(model, tokenizer).written(after: ids, prompt: prompt, configuration, onText: onText)
    } catch { throw .nonFinite(error) }
  }

  /// The likeliest text after a prompt, as ``BeamSearch`` finds it.
  ///
  ///     let search = BeamSearch(beams: 4, maximumNewTokens: 8)
  ///     try write.likeliest("The world is", search).tokens.count     // 8
  ///
  /// - Parameters:
  ///   - search: How it is looked for. The tokens that end a text are added to its stop tokens.
  ///   - stopSequences: Texts that end the writing. They are not part of what is written.
  /// - Throws: ``PipelineError`` for an empty prompt, one that leaves no room for the new tokens, and a model whose numbers are
  ///   spoilt.
  public func likeliest(
    _ prompt: String, _ search: BeamSearch, stopSequences: [String] = []
  ) throws(PipelineError) -> GeneratedText {
    let ids = try ids(of: prompt)
    if let limit = model.contextLength, ids.count + search.maximumNewTokens - 1 > limit {
      throw .tooLong(task: "textGeneration", tokens: ids.count + search.maximumNewTokens - 1, limit: limit)
    }
    var search = search
    search.stopTokens.formUnion(endTokens)
    var configuration = GenerationConfiguration()
    (configuration.stopSequences, configuration.stopTokens) = (stopSequences, search.stopTokens)
    do {
      return try TextGenerator(model, tokenizer).likeliest(after: ids, prompt: prompt, search, configuration)
    } catch { throw .nonFinite(error) }
  }

  /// What is wanted, with the ends of the folder.
  private func ending(_ configuration: GenerationConfiguration) -> GenerationConfiguration {
    var configuration = configuration
    configuration.stopTokens.formUnion(endTokens)
    return configuration
  }

  /// The tokens of a prompt that leaves room for at least one new one.
  private func ids(of prompt: String, room configuration: GenerationConfiguration) throws(PipelineError) -> [Int] {
    let ids = try ids(of: prompt)
    if let longest = configuration.maximumLength, longest <= ids.count {
      throw .setting(
        name: "maximumLength (max_length)", value: "\(longest)", wanted: "more than the prompt's \(ids.count) tokens")
    }
    let tokens = 0..<model.vocabularySize
    if configuration.suppressedTokens.count >= tokens.count,
      tokens.allSatisfy(configuration.suppressedTokens.contains)
    {
      throw .setting(
        name: "suppressedTokens (suppress_tokens)", value: "all \(tokens.count) tokens of the model", wanted: "fewer")
    }
    return ids
  }

  /// Writes on after each of several prompts, which need not be equally long, and gives the texts in their order.
  ///
  /// Prompts of a batch are read and written together, short ones filled up at the beginning by tokens that nobody looks at.
  /// Each gets the text that it would get alone, in less time.
  /// - Parameter batchSize: How many texts are written at once, 1 or more.
  /// - Throws: ``PipelineError`` for an empty prompt and one that is too long; nothing is written then.
  public func callAsFunction(
    _ prompts: [String], _ configuration: GenerationConfiguration = GenerationConfiguration(), batchSize: Int = 8
  ) throws(PipelineError) -> [GeneratedText] {
    guard batchSize > 0 else { throw .setting(name: "batchSize", value: "\(batchSize)", wanted: "1 or more") }
    var tokens: [[Int]] = []
    for prompt in prompts { tokens.append(try ids(of: prompt, room: configuration)) }
    do {
      return try TextGenerator(model, tokenizer).written(
        after: tokens, prompts: prompts, ending(configuration), batchSize: batchSize)
    } catch { throw .nonFinite(error) }
  }

  /// The tokens that a model reads of a prompt.
  /// - Throws: ``PipelineError`` if there are none or too many, a part of the prompt has none, or the model does not know the one that a text begins with.
  public func ids(of prompt: String) throws(PipelineError) -> [Int] {
    let encoding = try tokenizer.read(prompt)
    var ids = encoding.ids
    // A mark for the end, which some templates have, would end the text before it is written. What the prompt itself ends
    // with stays, though it may be an end too, as a line end is to a model that writes lines.
    while let last = ids.last, ids.count > 1, endTokens.contains(last), encoding.specialTokensMask[ids.count - 1] == 1 {
      ids.removeLast()
    }
    if ids.isEmpty, let beginToken {
      // Folders of small models often keep the mark of a large one, which is no harm until it is needed.
      guard 0..<model.vocabularySize ~= beginToken else {
        throw .setting(
          name: "The token that an empty text begins with (bos_token_id)", value: "\(beginToken)",
          wanted: "a token of the model, 0 to \(model.vocabularySize - 1); or write a prompt")
      }
      ids = [beginToken]
    }
    guard !ids.isEmpty else { throw .nothingToRead(task: "textGeneration") }
    let limit = model.contextLength ?? .max
    guard ids.count <= limit else { throw .tooLong(task: "textGeneration", tokens: ids.count, limit: limit) }
    return ids
  }
}

/// The task of ``TextGenerationPipeline``.
public struct TextGenerationTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> TextGenerationPipeline {
    let facts = try ModelFacts(folder: folder)
    return try TextGenerationPipeline(
      AutoModelForCausalLM.load(from: folder, report: report), tokenizer: AutoTokenizer.load(from: folder),
      beginToken: facts.beginToken, endTokens: facts.endTokens)
  }
}

extension PipelineTask where Self == TextGenerationTask {
  /// Goes on from a text.
  public static var textGeneration: TextGenerationTask { TextGenerationTask() }
}
