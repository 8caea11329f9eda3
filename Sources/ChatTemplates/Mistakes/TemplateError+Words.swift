extension TemplateError: CustomStringConvertible {
  public var description: String {
    if case .raised(let words) = reason { return "The chat template says: \(words)" }
    return "The chat template cannot be used, line \(line), column \(column): \(words)."
  }

  private var words: String {
    switch reason {
    case .unexpected(let found, let wanted): "there is \(found) where \(wanted) should be"
    case .unclosed(let mark): "\(mark) is never closed"
    case .unsupported(let what): "\(what) is not supported"
    case .undefined(let name): "\(name) has no value"
    case .values(let operation, let found): "\(operation) does not work with \(found)"
    case .raised(let words): words
    case .limit(let what, let count): "there are more than \(count) \(what)"
    case .overflow(let operation): "\(operation) gives a number that is too large"
    }
  }
}
