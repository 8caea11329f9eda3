import Displays

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
