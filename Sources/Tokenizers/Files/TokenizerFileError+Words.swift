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
    case .line(let line, let found, let wanted): "Line \(line) is \"\(found)\". It should be \(wanted)."
    }
  }
}
