import Displays
import Foundation
import LanguageModels
import Testing
import TextGeneration

/// What `generation_config.json` says is read as `generate` of `transformers` reads it.
@Suite("How a folder wants its model to write") struct GenerationDefaultsTests {
  private func read(_ text: String) throws -> GenerationDefaults {
    let folder = FileManager.default.temporaryDirectory.appending(path: "defaults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appending(path: "generation_config.json"), atomically: true, encoding: .utf8)
    return try GenerationDefaults(folder: folder.path)
  }

  @Test("All settings, and none")
  func settings() throws {
    let found = try read(
      """
      {"do_sample": true, "temperature": 0.6, "top_k": 0, "top_p": 0.9, "min_p": 0.05, "repetition_penalty": 1.1,
       "num_beams": 4, "length_penalty": 0.8, "early_stopping": "never", "max_new_tokens": 12, "max_length": 40,
       "min_new_tokens": 3, "min_length": 5, "no_repeat_ngram_size": 2, "eos_token_id": [1, 2]}
      """)
    var wanted = GenerationDefaults()
    (wanted.temperature, wanted.topP, wanted.minP, wanted.repetitionPenalty) = (0.6, 0.9, 0.05, 1.1)
    (wanted.beams, wanted.lengthPenalty, wanted.earlyStopping) = (4, 0.8, .whenNoneCanBecomeBetter)
    (wanted.maximumNewTokens, wanted.maximumLength) = (12, 40)
    (wanted.minimumNewTokens, wanted.minimumLength, wanted.noRepeatNGramSize) = (3, 5, 2)
    #expect(found == wanted)
    #expect(try read("{}") == GenerationDefaults() && GenerationDefaults(folder: "/nowhere") == GenerationDefaults())
  }

  // The defaults of transformers 5: a temperature of 1, and of the tokens the 50 best.
  @Test("Chance without more is that of transformers; a temperature without chance is none")
  func chance() throws {
    let plain = try read("{\"do_sample\": true}")
    #expect(plain.temperature == 1 && plain.topK == 50)
    let greedy = try read("{\"temperature\": 0.6, \"top_p\": 0.9, \"early_stopping\": true}")
    #expect(greedy.temperature == nil && greedy.topK == nil && greedy.topP == 0.9 && greedy.earlyStopping == .whenFull)
    #expect(try read("{\"early_stopping\": false}").earlyStopping == .whenNoneIsBetter)
  }

  @Test(
    "A setting that makes no sense is named",
    arguments: [
      ("{\"early_stopping\": \"soon\"}", "\"early_stopping\" is \"soon\". It should be true, false or \"never\"."),
      ("{\"num_beams\": 0}", "\"num_beams\" is 0. It should be a whole number from 1."),
      ("{\"do_sample\": true, \"temperature\": -1}", "\"temperature\" is -1. It should be 0 or more."),
      ("{\"top_p\": 1.5}", "\"top_p\" is 1.5. It should be above 0 and at most 1."),
      ("{\"do_sample\": 1}", "\"do_sample\" is 1. It should be true or false."),
    ])
  func wrong(text: String, words: String) {
    let error = #expect(throws: CheckpointError.self) { try read(text) }
    #expect(error.map { "\($0)" }?.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }
}
