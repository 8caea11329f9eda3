extension TokenizerFileError: CustomStringConvertible {
  public var description: String { "\(file): \(problem)" }
}

extension TokenizerFileError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingFound(let wanted):
      "There is no tokenizer here. It would be in \(wanted.joined(separator: ", or "))."
    case .notJSON(let reason): "This is no tokenizer's JSON: \(reason)."
    case .wrong(let section, let found, let wanted): "\(section) is \(found). It should be \(wanted)."
    case .unsupported(let section, let found, let supported):
      "\(section) is \(found), which is not supported; supported: \(supported.joined(separator: ", "))."
    case .contradiction(let section, let found, let family, let wanted):
      "\(section) is \(found), and the folder's tokenizer is a \(family), which has a \(wanted). If the file is right, write \"tokenizer_class\": \"PreTrainedTokenizerFast\" into tokenizer_config.json."
    case .family(let name, let vocabulary):
      "There is \(vocabulary) without a tokenizer.json, and how a \(name) cuts texts is not known here. Save it with its tokenizer.json, or write \"tokenizer_class\": \"GPT2Tokenizer\" or \"BertTokenizer\" into tokenizer_config.json if it is one."
    case .line(let line, let found, let wanted): "Line \(line) is \"\(found)\". It should be \(wanted)."
    }
  }
}
