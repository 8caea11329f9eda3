import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers

/// Finds the answer to a question in a text.
///
///     let answer = try pipeline(.questionAnswering, model: folder)
///     try answer(question: "Who built it?", context: "The bridge was built by Ada.").text
///
/// A context that is longer than the model can look at is read through windows that overlap, and the best answer of all is
/// taken. An answer lies in the context, ends after it begins, and is made of whole words.
public struct QuestionAnsweringPipeline {
  public let model: QuestionAnswerer
  public let tokenizer: PipelineTokenizer

  /// - Throws: ``PipelineError`` if the tokenizer has more tokens than the model, or tells more parts of a text
  ///   apart.
  public init(_ model: QuestionAnswerer, tokenizer: PipelineTokenizer) throws(PipelineError) {
    try check(tokenizer, model.body, isPair: true)
    (self.model, self.tokenizer) = (model, tokenizer)
  }

  /// The best answer.
  /// - Throws: ``PipelineError`` for a question or a context without tokens, a question that leaves no room, and a model whose
  ///   numbers are spoilt.
  public func callAsFunction(question: String, context: String) throws(PipelineError) -> FoundAnswer {
    try answers(question: question, context: context)[0]
  }

  /// The best answers, the best one first.
  /// - Parameters:
  ///   - count: How many are wanted; there are fewer if the context has fewer.
  ///   - longest: How many tokens an answer has at most.
  public func answers(
    question: String, context: String, count: Int = 1, longest: Int = 15, batchSize: Int = 8
  ) throws(PipelineError) -> [FoundAnswer] {
    guard count > 0 else { throw .setting(name: "count", value: "\(count)", wanted: "1 or more") }
    guard longest > 0 else { throw .setting(name: "longest", value: "\(longest)", wanted: "1 or more") }
    let windows = try ContextWindow.windows(
      question: question, context: context, tokenizer, limit: model.body.configuration.contextLength)
    let found = try inBatches(windows.map(\.encoding), of: batchSize) { batch throws(PipelineError) -> [[AnswerSpan]] in
      let rows = TextRows(batch, padding: tokenizer.padding)
      let scores = try finiteResults(of: model) {
        let scores = model(rows.tokens, types: rows.types, mask: rows.mask)
        return [scores.start, scores.end]
      }
      return batch.indices.map { number in
        AnswerSpan.best(
          start: scores[0][number].doubles, end: scores[1][number].doubles,
          allowed: ContextWindow.contextTokens(of: batch[number]), longest: longest, count: count)
      }
    }
    let scalars = Array(context.unicodeScalars)
    var answers: [FoundAnswer] = []
    for (window, spans) in zip(windows, found) {
      for span in spans {
        let place = window.place(of: span.tokens)
        answers.append(
          FoundAnswer(
            text: String(String.UnicodeScalarView(scalars[place])), probability: span.probability, place: place))
      }
    }
    // Windows overlap: the same place may have been found twice.
    var seen: Set<Range<Int>> = []
    let best = answers.sorted { $0.probability > $1.probability }.filter { seen.insert($0.place).inserted }
    guard !best.isEmpty else { throw .nothingToRead(task: "questionAnswering") }
    return Array(best.prefix(count))
  }
}

/// The task of ``QuestionAnsweringPipeline``.
public struct QuestionAnsweringTask: PipelineTask {
  public func load(from folder: String, report: (LoadingReport) -> Void) throws -> QuestionAnsweringPipeline {
    try QuestionAnsweringPipeline(
      AutoModelForQuestionAnswering.load(from: folder, report: report), tokenizer: AutoTokenizer.load(from: folder))
  }
}

extension PipelineTask where Self == QuestionAnsweringTask {
  /// Finds the answer to a question in a text.
  public static var questionAnswering: QuestionAnsweringTask { QuestionAnsweringTask() }
}
