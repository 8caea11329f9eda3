import LanguageModels
import Tokenizers

extension TextGenerator {
  /// Writes on after each of several prompts, which need not be equally long.
  ///
  ///     let texts = generator.texts(after: ["to ", "be", "not or "], GenerationConfiguration(maximumNewTokens: 5))
  ///     texts.map(\.tokens.count)     // [5, 5, 5]
  ///
  /// Those of a batch are written together: for each token the model's weights come from memory once for all of them. Each
  /// gets the tokens that it would get alone, but where two are equally likely to the last digits. A model that reads texts
  /// of one length only writes them one after the other. Results are in the order of the prompts.
  /// - Parameter batchSize: How many texts are written at once, at least 1.
  public func texts(
    after prompts: [String], _ configuration: GenerationConfiguration = GenerationConfiguration(), batchSize: Int = 8
  ) -> [GeneratedText] {
    texts(after: prompts.map { tokenizer.ids(of: $0) }, prompts: prompts, configuration, batchSize: batchSize)
  }

  /// Writes on after the tokens of several prompts, which may hold special ones.
  ///
  /// - Parameter prompts: The texts of the prompts, one for each; what the tokenizer makes of the tokens unless told otherwise.
  public func texts(
    after ids: [[Int]], prompts: [String]? = nil, _ configuration: GenerationConfiguration = GenerationConfiguration(),
    batchSize: Int = 8
  ) -> [GeneratedText] {
    do { return try written(after: ids, prompts: prompts, configuration, batchSize: batchSize) } catch {
      stop(.nonFinite(error))
    }
  }

  /// The same, where a spoilt model does not end the program.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  package func written(
    after ids: [[Int]], prompts: [String]?, _ configuration: GenerationConfiguration, batchSize: Int
  ) throws(NonFiniteNumber) -> [GeneratedText] {
    guard batchSize > 0 else { stop(.setting("batchSize", Double(batchSize), wanted: "at least 1")) }
    let prompts = prompts ?? ids.map { tokenizer.text(of: $0) }
    guard prompts.count == ids.count else { stop(.prompts(prompts.count, texts: ids.count)) }
    // Texts of about the same length together, so that little is filled up.
    let order = ids.indices.sorted { (ids[$0].count, $0) < (ids[$1].count, $1) }
    var found: [Int: GeneratedText] = [:]
    for first in stride(from: 0, to: order.count, by: batchSize) {
      let numbers = Array(order[first..<min(first + batchSize, order.count)])
      let texts = try batch(after: numbers.map { ids[$0] }, prompts: numbers.map { prompts[$0] }, configuration)
      for (number, text) in zip(numbers, texts) { found[number] = text }
    }
    return ids.indices.compactMap { found[$0] }
  }

  /// One batch.
  private func batch(
    after ids: [[Int]], prompts: [String], _ configuration: GenerationConfiguration
  ) throws(NonFiniteNumber) -> [GeneratedText] {
    guard ids.count > 1, var batch = TextBatch(model, after: ids, configuration) else {
      var texts: [GeneratedText] = []
      for (ids, prompt) in zip(ids, prompts) {
        texts.append(try written(after: ids, prompt: prompt, configuration) { _ in })
      }
      return texts
    }
    var texts = ids.map { TextUnderWay(tokenizer, after: $0, configuration) }
    // Which of the texts each row of the batch is.
    var rows = Array(ids.indices)
    // How many tokens each may still get.
    var left = ids.map { configuration.newTokens(after: $0.count) }
    func isGoing(_ number: Int) -> Bool { !texts[number].isEnded && left[number] > 0 }
    rows = rows.filter(isGoing)
    batch.keep(rows)
    while !rows.isEmpty {
      for (row, token) in zip(rows, try batch.next()) {
        _ = texts[row].take(token.id, probability: token.probability)
        left[row] -= 1
      }
      let going = rows.indices.filter { isGoing(rows[$0]) }
      batch.keep(going)
      rows = going.map { rows[$0] }
    }
    return texts.indices.map { number in
      _ = texts[number].finish()
      return texts[number].text(prompt: prompts[number])
    }
  }
}
