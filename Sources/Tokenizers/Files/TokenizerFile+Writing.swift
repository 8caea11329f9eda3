import Displays
import Files

extension PipelineTokenizer {
  /// Writes the tokenizer to `tokenizer.json` in a folder, which Python's `tokenizers` and `transformers` read.
  ///
  /// - Throws: `FileError` if the file cannot be written. The folder must be there.
  public func save(to folder: String) throws {
    try WholeFile.replace("\(folder)/tokenizer.json", with: Array((text + "\n").utf8))
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

extension TextPattern {
  var json: JSON {
    switch kind {
    case .text(let text): ["String": .string(text)]
    case .expression(let expression): ["Regex": .string(expression)]
    }
  }
}

extension Normalizer {
  var json: JSON {
    switch self {
    case .bert(let cleansText, let setsChineseApart, let stripsAccents, let lowercases):
      [
        "type": "BertNormalizer", "clean_text": .boolean(cleansText),
        "handle_chinese_chars": .boolean(setsChineseApart),
        "strip_accents": stripsAccents.map { .boolean($0) } ?? .null, "lowercase": .boolean(lowercases),
      ]
    case .nfc: ["type": "NFC"]
    case .nfd: ["type": "NFD"]
    case .nfkc: ["type": "NFKC"]
    case .nfkd: ["type": "NFKD"]
    case .lowercase: ["type": "Lowercase"]
    case .stripAccents: ["type": "StripAccents"]
    case .strip(let left, let right): ["type": "Strip", "strip_left": .boolean(left), "strip_right": .boolean(right)]
    case .precompiled(let map): ["type": "Precompiled", "precompiled_charsmap": .string(map.base64)]
    case .prepend(let text): ["type": "Prepend", "prepend": .string(text)]
    case .replace(let pattern, let text): ["type": "Replace", "pattern": pattern.json, "content": .string(text)]
    case .sequence(let parts): ["type": "Sequence", "normalizers": .array(parts.map(\.json))]
    }
  }
}

extension PreTokenizer {
  var json: JSON {
    switch self {
    case .byteLevel(let addsPrefixSpace, let trimsOffsets, let splits):
      [
        "type": "ByteLevel", "add_prefix_space": .boolean(addsPrefixSpace), "trim_offsets": .boolean(trimsOffsets),
        "use_regex": .boolean(splits),
      ]
    case .bert: ["type": "BertPreTokenizer"]
    case .whitespace: ["type": "Whitespace"]
    case .whitespaceSplit: ["type": "WhitespaceSplit"]
    case .metaspace(let replacement, let prefix, let splits):
      [
        "type": "Metaspace", "replacement": .string(String(Character(replacement))),
        "prepend_scheme": .string(prefix.rawValue), "split": .boolean(splits),
      ]
    case .split(let pattern, let behavior, let isInverted):
      [
        "type": "Split", "pattern": pattern.json, "behavior": .string(behavior.rawValue),
        "invert": .boolean(isInverted),
      ]
    case .punctuation(let behavior): ["type": "Punctuation", "behavior": .string(behavior.rawValue)]
    case .digits(let areApart): ["type": "Digits", "individual_digits": .boolean(areApart)]
    case .delimiter(let delimiter):
      ["type": "CharDelimiterSplit", "delimiter": .string(String(Character(delimiter)))]
    case .sequence(let parts): ["type": "Sequence", "pretokenizers": .array(parts.map(\.json))]
    }
  }
}

extension PostProcessor {
  var json: JSON {
    switch self {
    case .template(let single, let pair):
      [
        "type": "TemplateProcessing", "single": .array(single.flatMap(\.json)), "pair": .array(pair.flatMap(\.json)),
        "special_tokens": .object(Dictionary((single + pair).flatMap(\.marks)) { first, _ in first }),
      ]
    case .roberta(let end, let start, let trimsOffsets, let addsPrefixSpace):
      [
        "type": "RobertaProcessing", "sep": [.string(end.token), .integer(end.id)],
        "cls": [.string(start.token), .integer(start.id)], "trim_offsets": .boolean(trimsOffsets),
        "add_prefix_space": .boolean(addsPrefixSpace),
      ]
    case .byteLevel(let trimsOffsets, let addsPrefixSpace):
      [
        "type": "ByteLevel", "trim_offsets": .boolean(trimsOffsets), "add_prefix_space": .boolean(addsPrefixSpace),
        "use_regex": true,
      ]
    case .sequence(let parts): ["type": "Sequence", "processors": .array(parts.map(\.json))]
    }
  }
}

extension PostProcessor.Part {
  fileprivate var json: [JSON] {
    switch self {
    case .text(let isSecond, let typeID):
      [["Sequence": ["id": isSecond ? "B" : "A", "type_id": .integer(typeID)]]]
    case .marks(let marks, let typeID):
      marks.map { ["SpecialToken": ["id": .string($0.token), "type_id": .integer(typeID)]] }
    }
  }

  fileprivate var marks: [(String, JSON)] {
    guard case .marks(let marks, _) = self else { return [] }
    return marks.map { mark in
      let token = JSON.string(mark.token)
      return (mark.token, ["id": token, "ids": [.integer(mark.id)], "tokens": [token]])
    }
  }
}

extension TokenDecoder {
  var json: JSON {
    switch self {
    case .byteLevel: ["type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true]
    case .wordPiece(let prefix, let cleansUp):
      ["type": "WordPiece", "prefix": .string(prefix), "cleanup": .boolean(cleansUp)]
    case .metaspace(let replacement, let prefix):
      [
        "type": "Metaspace", "replacement": .string(String(Character(replacement))),
        "prepend_scheme": .string(prefix.rawValue), "split": true,
      ]
    case .endOfWord(let suffix): ["type": "BPEDecoder", "suffix": .string(suffix)]
    case .byteFallback: ["type": "ByteFallback"]
    case .fuse: ["type": "Fuse"]
    case .strip(let content, let start, let stop):
      [
        "type": "Strip", "content": .string(String(Character(content))), "start": .integer(start),
        "stop": .integer(stop),
      ]
    case .replace(let pattern, let text): ["type": "Replace", "pattern": pattern.json, "content": .string(text)]
    case .sequence(let parts): ["type": "Sequence", "decoders": .array(parts.map(\.json))]
    }
  }
}
