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
        lengthPenalty: try #require(entry["penalty"]?.doubleValue))
      let found = search.texts(model, after: prompt)
      let wanted = try #require(entry["texts"]?.arrayValue).map { $0.arrayValue?.compactMap(\.integerValue) ?? [] }
      #expect(found.map(\.ids) == wanted)
      for (text, score) in zip(found, try #require(entry["scores"]?.arrayValue)) {
        #expect(Swift.abs(text.score - (score.doubleValue ?? 0)) < 1e-4)
      }
    }
  }
}
