import Displays

/// What a model folder says of its model besides the sizes: what it is for, and which tokens begin and end a text.
///
///     let facts = try ModelFacts(folder: miniLM)
///     facts.family            // "bert"
///     facts.architecture      // "BertModel"
public struct ModelFacts: Sendable, Equatable {
  /// The family: `gpt2`, `llama`, `bert`, `distilbert`.
  public let family: String
  /// The name that `transformers` has for the model with its head, if the folder says so.
  public let architecture: String?
  /// What the scores of a classifier stand for, if the folder says so.
  public let problemType: ProblemType?
  /// The token that a text begins with, if there is one.
  public let beginToken: Int?
  /// The tokens that end a text.
  public let endTokens: Set<Int>

  /// Reads `config.json`, and `generation_config.json` if it is there.
  /// - Throws: ``CheckpointError`` for settings, `FileError` for files.
  public init(folder: String) throws {
    let file = try ConfigurationFile(folder: folder)
    let generation = try ConfigurationFile(optional: "\(folder)/generation_config.json")
    family = try ModelFolder(folder).family.rawValue
    if let names = file["architectures"] {
      guard let list = names.arrayValue else { throw file.wrong("architectures", names, "a list of names") }
      architecture = list.first?.stringValue
    } else {
      architecture = nil
    }
    problemType = try file.problemType()
    beginToken = try generation?.tokens("bos_token_id").first ?? file.tokens("bos_token_id").first
    let ends = try generation?.tokens("eos_token_id") ?? []
    endTokens = try Set(ends.isEmpty ? file.tokens("eos_token_id") : ends)
  }
}

extension ConfigurationFile {
  /// The ids of a setting that is one or a list.
  fileprivate func tokens(_ name: String) throws -> [Int] {
    guard let value = self[name] else { return [] }
    if let id = value.integerValue { return [id] }
    guard let list = value.arrayValue else { throw wrong(name, value, "an id or a list of ids") }
    return try list.map { element in
      guard let id = element.integerValue else { throw wrong(name, value, "an id or a list of ids") }
      return id
    }
  }
}
