import Displays
import Foundation
import LanguageModels
import Testing

@testable import TextGeneration

/// Expected values: `transformers`, `Fixtures/make.py`.
@Suite("Choosing tokens beside transformers") struct FixtureTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  private func cases(_ name: String) throws -> [JSON] {
    let file = Self.tests.appending(path: "Fixtures/generation.json")
    return try #require(JSON(parsing: String(contentsOf: file, encoding: .utf8))[name]?.arrayValue)
  }

  @Test("Filters leave the same scores")
  func filters() throws {
    let cases = try cases("filters")
    #expect(cases.count == 90)
    for entry in cases {
      var scores = try #require(entry["scores"]?.arrayValue).map { Float($0.doubleValue ?? -.infinity) }
      let wanted = try #require(entry["expected"]?.arrayValue).map { Float($0.doubleValue ?? -.infinity) }
      let context = try #require(entry["context"]?.arrayValue).compactMap(\.integerValue)
      let setting = try #require(entry["setting"]?.doubleValue)
      let name = try #require(entry["filter"]?.stringValue)
      let filter: any ScoreFilter =
        switch name {
        case "temperature": Temperature(setting)
        case "topK": TopK(Int(setting))
        case "topP": TopP(setting)
        case "minP": MinP(setting)
        default: RepetitionPenalty(setting)
        }
      filter.apply(to: &scores, context: context)
      if name == "topP", Set(wanted).count < wanted.count {
        // Which of equally likely tokens are left is nobody's promise; how many are, is.
        #expect(scores.filter(\.isFinite).sorted() == wanted.filter(\.isFinite).sorted(), "\(entry)")
        continue
      }
      for (score, wanted) in zip(scores, wanted) {
        #expect(score == wanted || Swift.abs(score - wanted) <= 1e-5 * Swift.abs(wanted), "\(entry) \(scores)")
      }
    }
  }

  @Test("Beam search finds the same texts with the same scores")
  func beams() throws {
    let folder = Self.tests.deletingLastPathComponent().appending(path: "LanguageModelsTests/Fixtures/folders/gpt2")
      .path
    let model = try AutoModelForCausalLM.load(from: folder)
    for entry in try cases("beams") {
      let prompt = try #require(entry["prompt"]?.arrayValue).compactMap(\.integerValue)
      let search = BeamSearch(
        beams: try #require(entry["beams"]?.integerValue), maximumNewTokens: 6,
        lengthPenalty: .power(try #require(entry["penalty"]?.doubleValue)))
      let found = search.texts(model, after: prompt)
      let wanted = try #require(entry["texts"]?.arrayValue).map { $0.arrayValue?.compactMap(\.integerValue) ?? [] }
      #expect(found.map(\.ids) == wanted)
      for (text, score) in zip(found, try #require(entry["scores"]?.arrayValue)) {
        #expect(Swift.abs(text.score - (score.doubleValue ?? 0)) < 1e-4)
      }
    }
  }

  /// A search as the fixture was made by.
  private func search(_ entry: JSON) throws -> BeamSearch {
    let stopping: EarlyStopping =
      switch try #require(entry["stopping"]?.stringValue) {
      case "whenFull": .whenFull
      case "whenNoneIsBetter": .whenNoneIsBetter
      default: .whenNoneCanBecomeBetter
      }
    return BeamSearch(
      beams: try #require(entry["beams"]?.integerValue), maximumNewTokens: 10,
      lengthPenalty: .power(try #require(entry["penalty"]?.doubleValue)),
      stopTokens: Set(try ids(entry, "ends")), earlyStopping: stopping)
  }

  private func ids(_ entry: JSON, _ name: String) throws -> [Int] {
    try #require(entry[name]?.arrayValue).compactMap(\.integerValue)
  }

  private func texts(_ entry: JSON) throws -> [[Int]] {
    try #require(entry["texts"]?.arrayValue).map { $0.arrayValue?.compactMap(\.integerValue) ?? [] }
  }

  @Test(
    "With tokens that end texts, beam search finds the same texts with the same scores", arguments: ["gpt2", "llama"])
  func ends(name: String) throws {
    let folders = Self.tests.deletingLastPathComponent().appending(path: "LanguageModelsTests/Fixtures/folders")
    let model = try AutoModelForCausalLM.load(from: folders.appending(path: name).path)
    let cases = try cases("ends").filter { $0["model"]?.stringValue == name }
    #expect(cases.count == 105)
    for entry in cases {
      let found = try search(entry).texts(model, after: ids(entry, "prompt"))
      #expect(try found.map(\.ids) == texts(entry), "\(entry)")
      for (text, score) in zip(found, try #require(entry["scores"]?.arrayValue)) {
        #expect(Swift.abs(text.score - (score.doubleValue ?? 0)) < 1e-4 * max(1, Swift.abs(text.score)))
      }
    }
  }

  @Test(
    "With penalties, tokens that are not repeated and a least length, greedy and beam search find the same texts",
    arguments: ["gpt2", "llama"])
  func controls(name: String) throws {
    let folders = Self.tests.deletingLastPathComponent().appending(path: "LanguageModelsTests/Fixtures/folders")
    let model = try AutoModelForCausalLM.load(from: folders.appending(path: name).path)
    let cases = try cases("controls").filter { $0["model"]?.stringValue == name }
    #expect(cases.count == 64)
    for entry in cases {
      let (prompt, control) = (try ids(entry, "prompt"), try #require(entry["control"]))
      var writing = GenerationConfiguration(
        maximumNewTokens: 10, repetitionPenalty: control["repetition_penalty"]?.doubleValue)
      writing.noRepeatNGramSize = control["no_repeat_ngram_size"]?.integerValue
      writing.minimumNewTokens = control["min_new_tokens"]?.integerValue ?? 0
      writing.minimumLength = control["min_length"]?.integerValue ?? 0
      writing.stopTokens = Set(try ids(entry, "ends"))
      var search = try search(entry)
      (search.repetitionPenalty, search.noRepeatNGramSize) = (writing.repetitionPenalty, writing.noRepeatNGramSize)
      search.minimumNewTokens = max(writing.minimumNewTokens, writing.minimumLength - prompt.count)
      let found = search.texts(model, after: prompt)
      #expect(try found.map(\.ids) == texts(entry), "\(entry)")
      for (text, score) in zip(found, try #require(entry["scores"]?.arrayValue)) {
        #expect(Swift.abs(text.score - (score.doubleValue ?? 0)) < 1e-4 * max(1, Swift.abs(text.score)))
      }
      guard search.beams == 1 else { continue }
      var greedy: [Int] = []
      for token in TokenSequence(model, after: prompt, writing) {
        greedy.append(token.id)
        if writing.stopTokens.contains(token.id) { break }
      }
      #expect(greedy == found[0].ids, "\(entry)")
    }
  }

  @Test("A model of encoder and decoder translates as Marian does, which is built alike")
  func translations() throws {
    let (model, begin, _) = try EncoderDecoder.load(from: Self.tests.appending(path: "Fixtures/translation").path)
    let cases = try cases("translations")
    #expect(cases.count == 84)
    for entry in cases {
      let (search, end) = (try search(entry), try ids(entry, "ends")[0])
      let found = model.translate(
        try ids(entry, "source"), start: begin, end: end, longest: 10, beams: search.beams,
        lengthPenalty: search.lengthPenalty, earlyStopping: search.earlyStopping)
      let best = try texts(entry)[0]
      #expect(found == (best.last == end ? best.dropLast() : best), "\(entry)")
    }
  }
}
