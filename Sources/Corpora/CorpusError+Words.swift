extension CorpusError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty(let file): "\(file): There is no text in the file."
    case .binary(let file, let offset):
      "\(file): This is no text: the byte at \(offset) is 0. Choose a file of text in UTF-8."
    case .missingPackage(let name, let file):
      "\(file) is not there. It comes with a package of the system: apt install \(name)"
    case .unexpected(let file, let wanted): "\(file): The file should hold \(wanted)."
    case .share(let share): "A part for validation has a share above 0 and below 1, not \(share)."
    }
  }
}
