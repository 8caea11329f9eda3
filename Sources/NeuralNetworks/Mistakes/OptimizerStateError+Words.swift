extension OptimizerStateError: CustomStringConvertible {
  public var description: String {
    let advice = "Restore a state into an optimizer of the same kind, for the same model."
    switch self {
    case .missing(let name): return "The optimizer's state has no '\(name)'. \(advice)"
    case .unknown(let name): return "The optimizer's state has '\(name)', which belongs to no parameter here. \(advice)"
    case .shape(let name, let got, let expected):
      return "'\(name)' in the optimizer's state has the shape \(got), but the parameter's is \(expected). \(advice)"
    case .number(let name, let value):
      return "'\(name)' in the optimizer's state is \(value), which it cannot be. The file may be damaged."
    }
  }
}
