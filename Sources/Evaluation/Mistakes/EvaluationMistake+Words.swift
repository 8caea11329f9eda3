extension EvaluationMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .counts(let measure, let first, let firstCount, let second, let secondCount):
      "\(measure): the number of \(first) is \(firstCount), that of \(second) \(secondCount). Give one for each."
    case .nothing(let measure, let things):
      "\(measure): there are no \(things) to measure. Give at least one."
    case .noReference(let measure, let position):
      "\(measure): text \(position) has no reference to be compared with. Give at least one for each text."
    case .below(let measure, let setting, let value, let smallest):
      "\(measure): \(setting) is \(value). It should be at least \(smallest)."
    case .outside(let measure, let setting, let value, let wanted):
      "\(measure): \(setting) is \(value). It should be \(wanted)."
    case .unknownLabel(let label, let known):
      "ConfusionMatrix: there is no label \"\(label)\". The labels are \(known.joined(separator: ", "))."
    case .window(let window, let stride, let limit):
      "A window of \(window) tokens that moves by \(stride) does not see every token: the stride is at least 1 and at most "
        + "the window" + (limit.map { ", which is at most the \($0) tokens that the model can look at." } ?? ".")
    case .tooFewTokens(let measure, let count, let needed):
      "\(measure): \(count == 1 ? "1 token is" : "\(count) tokens are") too few. At least \(needed) \(needed == 1 ? "is" : "are") needed."
    }
  }
}
