extension TrainingMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .learningRate(let rate):
      "A learning rate is a number from 0 up, often between 0.0001 and 0.1; this one is \(rate)."
    case .setting(let optimizer, let name, let value, let wanted):
      "\(optimizer): \(name) is to be \(wanted), not \(value)."
    case .nesterovWithoutMomentum:
      "Nesterov's step looks ahead along the momentum: give SGD a momentum above 0 and a dampening of 0."
    case .nothingToLearn(let optimizer):
      "\(optimizer) got no parameters. Give it a model, or the parameters of one: \(optimizer)(model)."
    case .parameterTwice(let name):
      "The parameter '\(name)' is listed twice; it would be changed twice in each step. List it in one group only."
    case .noGradients(let optimizer):
      "\(optimizer).step() found no gradient in any parameter. Call backward() on the loss first, and zeroGradients() "
        + "before that, not in between."
    case .nonFiniteGradient(let name, let count, let total, let step):
      "The gradient of '\(name)' holds \(count) \(count == 1 ? "number" : "numbers") of \(total) that are infinite or NaN, "
        + "at step \(step). No parameter has been changed. Try a smaller learning rate or step(clippingNormTo: 1), and "
        + "look for a division by 0 or the logarithm of 0 in the loss."
    case .noRule(let optimizer):
      "\(optimizer) does not say how a parameter changes. Override update(_:gradient:memory:by:)."
    case .clippingLimit(let limit):
      "Gradients can be clipped to a limit above 0, not to \(limit)."
    case .stepBelowZero(let step):
      "Steps are counted from 0; there is no step \(step)."
    case .warmUp(let warmUp, let steps):
      "A schedule of \(steps) steps cannot begin with a warm-up of \(warmUp). Give it from 0 to \(steps) steps."
    }
  }
}
