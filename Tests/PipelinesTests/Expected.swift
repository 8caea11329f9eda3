import Foundation

/// What the pipelines of `transformers` made of some texts: `Fixtures/expected.json`, written by `Fixtures/make.py`.
struct Expected: Decodable {
  struct Writing: Decodable { let prompt, text: String }
  struct Filling: Decodable {
    struct Choice: Decodable {
      let id: Int
      let probability: Double
    }
    let text: String
    let gaps: [[Choice]]
  }
  struct Classifying: Decodable {
    let text: String
    let scores: [String: Double]
  }
  struct Answering: Decodable {
    let question, context, answer: String
    let probability: Double
  }
  struct Features: Decodable {
    let text: String
    let shape: [Int]
    let first, last: [Float]
  }

  struct Searching: Decodable {
    struct Settings: Decodable {
      let beams, newTokens, length, leastNewTokens, leastLength, unrepeated: Int?
      let penalty: Double?
      let ends: [Int]?

      enum CodingKeys: String, CodingKey {
        case beams = "num_beams"
        case newTokens = "max_new_tokens"
        case length = "max_length"
        case leastNewTokens = "min_new_tokens"
        case leastLength = "min_length"
        case unrepeated = "no_repeat_ngram_size"
        case penalty = "repetition_penalty"
        case ends = "eos_token_id"
      }
    }
    let folder, prompt, text: String
    let stops: [String]
    let settings: Settings
  }

  let gpt2, llama: [Writing]
  let beams: [Searching]
  let gaps: [Filling]
  let bertSequence, distilbertSeveral, gpt2Sequence, llamaSequence: [Classifying]
  let bertQuestion: [Answering]
  let features: [Features]

  enum CodingKeys: String, CodingKey {
    case gpt2, llama, beams, features
    case gaps = "bert-masked"
    case bertSequence = "bert-sequence"
    case distilbertSeveral = "distilbert-several"
    case gpt2Sequence = "gpt2-sequence"
    case llamaSequence = "llama-sequence"
    case bertQuestion = "bert-question"
  }

  /// What a folder that classifies gives.
  func classifying(_ folder: String) -> [Classifying] {
    switch folder {
    case "distilbert-several": distilbertSeveral
    case "gpt2-sequence": gpt2Sequence
    case "llama-sequence": llamaSequence
    default: bertSequence
    }
  }

  static func read() throws -> Expected {
    try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(filePath: folder("expected.json"))))
  }

  /// A folder among the fixtures.
  static func folder(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
  }
}
