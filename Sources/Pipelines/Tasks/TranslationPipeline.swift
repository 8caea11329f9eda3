import Displays
import Files
import LanguageModels
import Tensors
import TextGeneration
import Tokenizers

/// Translates texts.
///
///     let translate = try TranslationPipeline(model, source: english, target: chinese, begin: 1, end: 2)
///     try translate("good morning")
///     try translate.save(to: folder)
///     try pipeline(.translation, model: folder)("good morning")
///
/// Beside the model there are two tokenizers, one for each language, and the marks that a translation begins and ends with.
public struct TranslationPipeline {
  public let model: EncoderDecoder
  public let source: PipelineTokenizer
  public let target: PipelineTokenizer
  /// The token that every translation begins with.
  public let begin: Int
  /// The token that every translation ends with.
  public let end: Int

  /// - Throws: ``PipelineError`` if a tokenizer has more tokens than the model, or the model does not know the marks.
  public init(
    _ model: EncoderDecoder, source: PipelineTokenizer, target: PipelineTokenizer, begin: Int, end: Int
  ) throws(PipelineError) {
    let sizes = model.configuration
    try check(source, vocabularySize: sizes.sourceVocabularySize)
    try check(target, vocabularySize: sizes.targetVocabularySize)
    for (name, id) in [("begin", begin), ("end", end)] where !(0..<sizes.targetVocabularySize ~= id) {
      throw .setting(name: name, value: "\(id)", wanted: "a token of the model, 0 to \(sizes.targetVocabularySize - 1)")
    }
    (self.model, self.source, self.target, self.begin, self.end) = (model, source, target, begin, end)
  }

  /// The translation of a text.
  /// - Parameters:
  ///   - longest: How many tokens are written at most.
  ///   - beams: How many beginnings are followed at once.
  /// - Throws: ``PipelineError`` for a text without tokens, and one of which a part has none.
  public func callAsFunction(_ text: String, longest: Int = 64, beams: Int = 1) throws(PipelineError) -> String {
    let ids = try source.read(text).ids
    guard !ids.isEmpty else { throw .nothingToRead(task: "translation") }
    guard longest > 0, beams > 0 else {
      throw .setting(name: longest > 0 ? "beams" : "longest", value: "\(min(longest, beams))", wanted: "1 or more")
    }
    return target.text(of: model.translate(ids, start: begin, end: end, longest: longest, beams: beams))
  }

  /// The translations of several texts.
  public func callAsFunction(_ texts: [String], longest: Int = 64, beams: Int = 1) throws(PipelineError) -> [String] {
    var translations: [String] = []
    for text in texts { translations.append(try self(text, longest: longest, beams: beams)) }
    return translations
  }

  /// Writes the model to a folder, and the tokenizers to the folders `source` and `target` inside of it.
  /// - Throws: `FileError` or `TensorFileError` if something cannot be written.
  public func save(to folder: String) throws {
    for (name, tokenizer) in [("source", source), ("target", target)] {
      try WholeFile.makeFolder("\(folder)/\(name)")
      try tokenizer.save(to: "\(folder)/\(name)")
    }
    try model.save(to: folder, begin: begin, end: end)
  }
}

/// The task of ``TranslationPipeline``.
public struct TranslationTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> TranslationPipeline {
    let (model, begin, end) = try EncoderDecoder.load(from: folder)
    return try TranslationPipeline(
      model, source: AutoTokenizer.load(from: "\(folder)/source"), target: AutoTokenizer.load(from: "\(folder)/target"),
      begin: begin, end: end)
  }
}

extension PipelineTask where Self == TranslationTask {
  /// Translates texts.
  public static var translation: TranslationTask { TranslationTask() }
}
