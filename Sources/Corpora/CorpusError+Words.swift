extension CorpusError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty(let file): "\(file): There is no text in the file."
    case .binary(let file, let offset):
      "\(file): This is no text: the byte at \(offset) is 0. Choose a file of text in UTF-8."
    case .missingPackage(let name, let file):
      "\(file) is not there. It comes with a package of the system: apt install \(name)"
    case .unexpected(let file, let wanted): "\(file): The file should hold \(wanted)."
    case .packed(let file, let limit):
      "\(file): The packed file is damaged, or holds more than \(limit) bytes."
    case .language(let language, let known):
      "There are no names in \"\(language)\". There are: \(known.joined(separator: ", "))."
    case .lineLength(let length, let known):
      "There is no poem of which each line has \(length) characters. There are: "
        + known.map { "\($0)" }.joined(separator: ", ") + "."
    case .share(let share): "A part for validation has a share above 0 and below 1, not \(share)."
    }
  }
}
