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

  @Test("What is not to be written, and texts that end the writing")
  func lists() throws {
    let found = try read(
      """
      {"suppress_tokens": [3, 5], "begin_suppress_tokens": [7], "bad_words_ids": [[1], [2, 9]], "stop_strings": ["x", "yz"]}
      """)
    #expect(found.suppressedTokens == [3, 5] && found.suppressedFirstTokens == [7])
    #expect(found.suppressedSequences == [[1], [2, 9]] && found.stopSequences == ["x", "yz"])
    #expect(try read("{\"stop_strings\": \"x\"}").stopSequences == ["x"])
  }

  @Test("Settings that stand as if they were not there change nothing")
  func neutral() throws {
    let found = try read(
      """
      {"typical_p": 1.0, "epsilon_cutoff": 0.0, "eta_cutoff": 0, "num_beam_groups": 1, "diversity_penalty": 0.0,
       "guidance_scale": 1, "penalty_alpha": 0, "forced_eos_token_id": null, "sequence_bias": {}, "constraints": [],
       "encoder_repetition_penalty": 1.0, "renormalize_logits": false, "do_sample": true, "num_beams": 2, "top_k": 0,
       "suppress_tokens": null, "use_cache": true, "transformers_version": "5.23.0"}
      """)
    #expect(found.temperature == 1 && found.beams == 2 && found.suppressedTokens.isEmpty)
    // Without chance, and without beams, transformers does not look at these either.
    #expect(try read("{\"typical_p\": 0.2, \"num_beam_groups\": 3}") == GenerationDefaults())
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
      ("{\"num_beams\": 0}", "\"num_beams\" is 0. It should be a whole number from 1 to 65536."),
      ("{\"num_beams\": 9223372036854775807}", "\"num_beams\" is 9223372036854775807. It should be a whole"),
      ("{\"max_new_tokens\": 9223372036854775807}", "\"max_new_tokens\" is 9223372036854775807."),
      ("{\"min_new_tokens\": 9223372036854775807}", "\"min_new_tokens\" is 9223372036854775807."),
      ("{\"do_sample\": true, \"temperature\": -1}", "\"temperature\" is -1. It should be 0 or more."),
      ("{\"top_p\": 1.5}", "\"top_p\" is 1.5. It should be above 0 and at most 1."),
      ("{\"suppress_tokens\": 3}", "\"suppress_tokens\" is 3. It should be a list of ids."),
      ("{\"bad_words_ids\": [[]]}", "\"bad_words_ids\" is [[]]. It should be a list of lists of ids, such as [[5],"),
      ("{\"bad_words_ids\": [3]}", "\"bad_words_ids\" is [3]."),
      ("{\"stop_strings\": [\"\"]}", "\"stop_strings\" is [\"\"]. It should be a text or a list of texts, none of"),
      ("{\"forced_eos_token_id\": 1}", "\"forced_eos_token_id\" is 1, which is not supported; supported: null, as"),
      ("{\"sequence_bias\": [[[1], 2.0]]}", "\"sequence_bias\" is [[[1],2"),
      ("{\"penalty_alpha\": 0.6}", "\"penalty_alpha\" is 0.6, which is not supported; supported: 0, as if it"),
      ("{\"do_sample\": true, \"typical_p\": 0.2}", "\"typical_p\" is 0.2, which is not supported; supported: 1,"),
      ("{\"num_beams\": 4, \"num_beam_groups\": 2}", "\"num_beam_groups\" is 2, which is not supported"),
      ("{\"do_sample\": 1}", "\"do_sample\" is 1. It should be true or false."),
    ])
  func wrong(text: String, words: String) {
    let error = #expect(throws: CheckpointError.self) { try read(text) }
    #expect(error.map { "\($0)" }?.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }
}
