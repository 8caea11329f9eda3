import Displays
import Files

extension PipelineTokenizer {
  /// Writes the tokenizer to `tokenizer.json` in a folder, and its ``settings`` to `tokenizer_config.json`; Python's `tokenizers` and
  /// `transformers` read both, and take the former as it is, whatever the type of the model beside it.
  ///
  /// - Throws: `FileError` if a file cannot be written. The folder must be there.
  public func save(to folder: String) throws {
    try WholeFile.replace("\(folder)/tokenizer.json", with: Array((text + "\n").utf8))
    try WholeFile.replace("\(folder)/tokenizer_config.json", with: Array((settings.json.text + "\n").utf8))
  }

  /// The tokenizer as `tokenizer.json` has it.
  ///
  /// The vocabulary is written by itself: as members of a dictionary, tokens that differ only in how an accent is spelt
  /// would be one.
  var text: String {
    if let model = model as? UnigramModel {
      let tokens = zip(model.vocabulary.tokens, model.scores).map { "[\(JSON.string($0).text),\($1)]" }
      return text(withVocabulary: "[\(tokens.joined(separator: ","))]")
    }
    return text(withVocabulary: model.vocabulary.json)
  }

  private func text(withVocabulary vocabulary: String) -> String {
    let model = "\(modelSettings.text.dropLast()),\"vocab\":\(vocabulary)}"
    return "\(sections.text.dropLast()),\"model\":\(model)}"
  }

  /// All but the model.
  private var sections: JSON {
    [
      "version": "1.0", "added_tokens": .array(addedTokens.map(\.json)), "normalizer": normalizer?.json ?? .null,
      "pre_tokenizer": preTokenizer?.json ?? .null, "post_processor": postProcessor?.json ?? .null,
      "decoder": decoder?.json ?? .null,
      "truncation": truncation?.json ?? .null, "padding": padding?.json ?? .null,
    ]
  }

  /// The model without its vocabulary.
  private var modelSettings: JSON {
    switch model {
    case let model as BytePairModel:
      let options = model.options
      return [
        "type": "BPE", "dropout": .null, "unk_token": options.unknownToken.map { .string($0) } ?? .null,
        "continuing_subword_prefix": options.continuingPrefix.isEmpty ? .null : .string(options.continuingPrefix),
        "end_of_word_suffix": options.endOfWord.isEmpty ? .null : .string(options.endOfWord),
        "fuse_unk": .boolean(options.fusesUnknown), "byte_fallback": .boolean(options.usesBytes),
        "ignore_merges": .boolean(options.ignoresMerges),
        "merges": .array(model.merges.map { .array([.string($0.first), .string($0.second)]) }),
      ]
    case let model as WordPieceModel:
      return [
        "type": "WordPiece", "unk_token": .string(model.unknownToken),
        "continuing_subword_prefix": .string(model.continuingPrefix),
        "max_input_chars_per_word": .integer(model.longestWord),
      ]
    case let model as WordLevelModel: return ["type": "WordLevel", "unk_token": .string(model.unknownToken)]
    case let model as UnigramModel:
      return [
        "type": "Unigram", "unk_id": model.unknown.map { .integer($0) } ?? .null,
        "byte_fallback": .boolean(model.usesBytes),
      ]
    default: return .null
    }
  }
}

extension Vocabulary {
  /// The tokens with their ids, as an object in JSON.
  var json: String {
    "{\(entries.map { "\(JSON.string($0.token).text):\($0.id)" }.joined(separator: ","))}"
  }
}

extension AddedToken {
  fileprivate var json: JSON {
    [
      "id": .integer(id), "content": .string(content), "single_word": .boolean(isWholeWord),
      "lstrip": .boolean(takesSpaceBefore), "rstrip": .boolean(takesSpaceBehind),
      "normalized": .boolean(isNormalized), "special": .boolean(isSpecial),
    ]
  }
}

extension Truncation {
  fileprivate var json: JSON {
    [
      "max_length": .integer(maximumLength), "strategy": .string(strategy.rawValue), "stride": .integer(stride),
      "direction": dropsBeginning ? "Left" : "Right",
    ]
  }
}

extension Padding {
  fileprivate var json: JSON {
    let strategy: JSON =
      switch length {
      case .longest: "BatchLongest"
      case .fixed(let length): ["Fixed": .integer(length)]
      }
    return [
      "strategy": strategy, "direction": isAtStart ? "Left" : "Right",
      "pad_to_multiple_of": multiple > 1 ? .integer(multiple) : .null, "pad_id": .integer(token.id),
      "pad_type_id": .integer(typeID), "pad_token": .string(token.content),
    ]
  }
}
