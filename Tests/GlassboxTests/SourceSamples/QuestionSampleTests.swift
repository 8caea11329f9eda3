import Glassbox
import Testing

/// A question about a quantum computer, and a context of one sentence: the encoder scores where an answer begins and ends.
@Suite("Sample: an answer that stands in the text") struct QuestionSampleTests {
  private let question = "什么是量子计算机？"
  private let context = "量子计算机是一种利用量子力学原理进行计算的工具。"

  /// A tokenizer that knows the characters, and a small encoder.
  private func tiny() -> (tokenizer: PipelineTokenizer, model: QuestionAnswerer) {
    let tokenizer = PipelineTokenizer.trainedWordPieces(
      on: [question, context], vocabularySize: 60, minimumFrequency: 1)
    let model = withRandomness(seed: 5) {
      QuestionAnswerer(
        BERT(
          BERTConfiguration(
            vocabularySize: tokenizer.vocabularySize, contextLength: 48, features: 16, layers: 1, heads: 2)))
    }
    return (tokenizer, model)
  }

  @Test("Step by step: encode a pair, score begins and ends, decode the best stretch")
  func steps() throws {
    let (tokenizer, model) = tiny()
    let pair = tokenizer.encode(question, pair: context)
    #expect(pair.tokens.first == "[CLS]" && pair.tokens.count { $0 == "[SEP]" } == 2 && !pair.tokens.contains("[UNK]"))
    #expect(Set(pair.typeIDs) == [0, 1])
    let rows = (ids: Tensor(indices: pair.ids).unsqueezed(0), types: Tensor(indices: pair.typeIDs).unsqueezed(0))
    // "一种利用量子力学原理进行计算的工具", which begins behind 是.
    let first = try #require(pair.tokens.lastIndex(of: "一"))
    let last = try #require(pair.tokens.lastIndex(of: "具"))
    let optimizer = AdamW(model, learningRate: 0.02)
    for _ in 0..<40 {
      optimizer.zeroGradients()
      let scores = model(rows.ids, types: rows.types)
      let loss =
        crossEntropy(scores.start, Tensor(indices: [first])) + crossEntropy(scores.end, Tensor(indices: [last]))
      loss.backward()
      optimizer.step()
    }
    let outputs = evaluating { model(rows.ids, types: rows.types) }
    let (start, end) = (outputs.start.argmax(axis: 1).ints[0], outputs.end.argmax(axis: 1).ints[0])
    #expect((start, end) == (first, last))
    // The sample cuts `input_ids[start:end + 1]`, which counts rows of the batch: what it prints is no answer.
    let answer = tokenizer.decode(Array(pair.ids[start...end]), skippingSpecialTokens: true)
    #expect(answer.filter { $0 != " " } == "一种利用量子力学原理进行计算的工具")
    let found = try QuestionAnsweringPipeline(model, tokenizer: tokenizer)(question: question, context: context)
    #expect(context.contains(found.text) && found.place.lowerBound < found.place.upperBound)
  }

  // The sample's checkpoint has no head for answers: what it prints cannot be repeated.
  @Test("A head that the folder lacks is announced; an answer ends after it begins and stands in the context")
  func untrained() throws {
    var report: LoadingReport?
    let folder = ModelFolders.tiny("bert-masked")
    let model = try withRandomness(seed: 9) {
      try AutoModelForQuestionAnswering.load(from: folder) { report = $0 }
    }
    #expect(report?.untrained.isEmpty == false)
    let read = try QuestionAnsweringPipeline(model, tokenizer: AutoTokenizer.load(from: folder))
    let context = "Ada and her brother built the bridge in 1843."
    for found in try read.answers(question: "Who built it?", context: context, count: 10) {
      let scalars = Array(context.unicodeScalars)[found.place]
      #expect(!found.text.isEmpty && String(String.UnicodeScalarView(scalars)) == found.text)
    }
  }

  // The article strips punctuation and case before the tokenizer. The tokenizer of BERT does that itself, where it is wanted,
  // and then the places of its tokens still point into the text as it was.
  @Test("A text that was stripped by hand has lost the places of its answers")
  func preprocessing() throws {
    let text = "Who? Ada, of Ulm!"
    let tokenizer = PipelineTokenizer.trainedWordPieces(on: [text], vocabularySize: 80, minimumFrequency: 1)
    let encoding = tokenizer.encode(text, addingSpecialTokens: false)
    let scalars = Array(text.unicodeScalars)
    let ada = try #require(encoding.tokens.firstIndex { $0.hasPrefix("ada") || $0 == "a" })
    #expect(scalars[encoding.offsets[ada].lowerBound] == "A")
    let stripped = text.lowercased().filter { $0.isLetter || $0 == " " }
    #expect(!text.contains(stripped) && stripped.count < text.count)
  }
}
