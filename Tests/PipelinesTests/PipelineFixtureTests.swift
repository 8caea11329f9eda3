import LanguageModels
import Pipelines
import Tensors
import Testing
import TextGeneration

/// The same folders and texts went through the pipelines of `transformers`; probabilities are equal to five digits, as both
/// sides compute in float32.
@Suite("Pipelines give what those of transformers give") struct PipelineFixtureTests {
  @Test("Greedy text", arguments: ["gpt2", "llama"])
  func textGeneration(name: String) throws {
    let expected = try Expected.read()
    let write = try pipeline(.textGeneration, model: Expected.folder(name))
    for case let one in name == "gpt2" ? expected.gpt2 : expected.llama {
      #expect(try write(one.prompt, GenerationConfiguration(maximumNewTokens: 12)).text == one.text)
    }
  }

  @Test(
    "Texts by beams and greedy ones, ended by texts, by lengths and by several tokens", arguments: ["gpt2", "llama"])
  func ends(name: String) throws {
    let cases = try Expected.read().beams.filter { $0.folder == name }
    #expect(cases.count == 27)
    for one in cases {
      let (plain, settings) = (try pipeline(.textGeneration, model: Expected.folder(name)), one.settings)
      let write = try TextGenerationPipeline(
        plain.model, tokenizer: plain.tokenizer, beginToken: plain.beginToken,
        endTokens: settings.ends.map(Set.init) ?? plain.endTokens)
      var writing = GenerationConfiguration(
        maximumNewTokens: settings.newTokens ?? .max, repetitionPenalty: settings.penalty)
      writing.maximumLength = settings.newTokens == nil ? settings.length : nil
      (writing.minimumNewTokens, writing.minimumLength) = (settings.leastNewTokens ?? 0, settings.leastLength ?? 0)
      (writing.noRepeatNGramSize, writing.stopSequences) = (settings.unrepeated, one.stops)
      guard let beams = settings.beams else {
        #expect(try write(one.prompt, writing).text == one.text, "\(one)")
        #expect(try write([one.prompt, "The"], writing)[0].text == one.text, "\(one)")
        continue
      }
      let length = try write.ids(of: one.prompt).count
      var search = BeamSearch(beams: beams, maximumNewTokens: writing.newTokens(after: length))
      (search.repetitionPenalty, search.noRepeatNGramSize) = (settings.penalty, settings.unrepeated)
      search.minimumNewTokens = max(writing.minimumNewTokens, writing.minimumLength - length)
      #expect(try write.likeliest(one.prompt, search, stopSequences: one.stops).text == one.text, "\(one)")
    }
  }

  @Test("Filled gaps, one or several in a text, together and one by one")
  func fillMask() throws {
    let expected = try Expected.read().gaps
    let fill = try pipeline(.fillMask, model: Expected.folder("bert-masked"))
    let together = try fill(expected.map(\.text), top: 4)
    for (one, found) in zip(expected, together) {
      #expect(found.map { $0.choices.map(\.id) } == one.gaps.map { $0.map(\.id) })
      for (gap, wanted) in zip(found, one.gaps) {
        for (choice, wanted) in zip(gap.choices, wanted) {
          #expect(abs(choice.probability - wanted.probability) < 1e-5)
        }
      }
      let alone = try fill(one.text, top: 4)
      #expect(alone.map { $0.choices.map(\.id) } == found.map { $0.choices.map(\.id) })
    }
  }

  @Test(
    "Classes that exclude each other, and classes that do not",
    arguments: ["bert-sequence", "distilbert-several", "gpt2-sequence", "llama-sequence"])
  func textClassification(name: String) throws {
    let expected = try Expected.read().classifying(name)
    let classify = try pipeline(.textClassification, model: Expected.folder(name))
    let found = try classify(expected.map(\.text), batchSize: 2)
    for (one, classification) in zip(expected, found) {
      #expect(classification.scores.count == one.scores.count)
      for score in classification.scores {
        #expect(abs(score.probability - (one.scores[score.label] ?? .infinity)) < 1e-5)
      }
      #expect(classification.label == one.scores.max { $0.value < $1.value }?.key)
    }
  }

  @Test("Answers")
  func questionAnswering() throws {
    let answer = try pipeline(.questionAnswering, model: Expected.folder("bert-question"))
    for one in try Expected.read().bertQuestion {
      let found = try answer(question: one.question, context: one.context)
      #expect(found.text == one.answer)
      #expect(abs(found.probability - one.probability) < 1e-5)
      let scalars = Array(one.context.unicodeScalars)[found.place]
      #expect(String(String.UnicodeScalarView(scalars)) == found.text)
    }
  }

  @Test("Features of each token")
  func featureExtraction() throws {
    let expected = try Expected.read().features
    let read = try pipeline(.featureExtraction, model: Expected.folder("bert-masked")) { _ in }
    let found = try read(expected.map(\.text))
    for (one, features) in zip(expected, found) {
      #expect(features.shape == one.shape)
      for (row, wanted) in [(0, one.first), (one.shape[0] - 1, one.last)] {
        // Numbers of about 1 after a layer norm with a random scale.
        for (number, wanted) in zip(features[row].floats, wanted) { #expect(abs(number - wanted) < 2e-5) }
      }
    }
  }
}
