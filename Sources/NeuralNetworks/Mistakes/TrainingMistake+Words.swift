extension TrainingMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .targets(let operation, let logits, let targets):
      logits.isEmpty
        ? "\(operation) needs a row of numbers for each target, one number for each class; these are single numbers."
        : "\(operation) needs one target for each row: the model's numbers \(logits) want targets "
          + "\(Array(logits.dropLast())), not \(targets)."
    case .targetBeyond(let target, let operation, let classes):
      "\(operation): target \(target) is no class; there are \(classes), numbered 0 to \(classes - 1)."
    case .classWeights(let shape, let operation, let classes):
      "\(operation) needs one weight for each of the \(classes) classes: [\(classes)], not \(shape)."
    case .probability(let value):
      "binaryCrossEntropy needs probabilities, from 0 to 1; one is \(value). For the numbers before the sigmoid there is "
        + "binaryCrossEntropy(logits:_:)."
    case .pairTarget(let value):
      "cosineEmbeddingLoss needs targets 1, for pairs that belong together, and -1, for others; one is \(value)."
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
    case .otherParameters(let optimizer):
      "\(optimizer) has no parameter of this model that may learn. Make it with the model that is compiled, "
        + "\(optimizer)(model), and if that is frozen let it learn: model.freeze(false)."
    case .nonFiniteGradient(let name, let count, let total, let step, let isClipping):
      "The gradient of '\(name)': \(count) of \(total) \(total == 1 ? "number" : "numbers") \(count == 1 ? "is" : "are") "
        + "infinite or NaN, at step \(step). They have not been changed. "
        + (isClipping
          ? "Clipping cannot help: such a gradient has no direction. Try a smaller learning rate, or "
          : "Try a smaller learning rate or step(clippingNormTo: 1), and ")
        + "look for a division by 0 or the logarithm of 0 in the loss."
    case .noRule(let optimizer):
      "\(optimizer) does not say how a parameter changes. Override update(_:gradient:memory:by:)."
    case .clippingLimit(let limit):
      "Gradients can be clipped to a limit above 0, not to \(limit)."
    case .stepBelowZero(let step):
      "Steps are counted from 0; there is no step \(step)."
    case .warmUp(let warmUp, let steps):
      "A schedule of \(steps) steps cannot begin with a warm-up of \(warmUp). Give it from 0 to \(steps) steps."
    case .examples(let shape, let targets):
      shape.first == 0 || shape.isEmpty
        ? "There are no examples to learn from or to look at: \(shape). Examples lie along the first axis."
        : "Each example needs a target: the examples are \(shape), the targets \(targets), and the first sizes differ."
    case .batchSize(let size):
      "A batch holds at least one example, not \(size)."
    case .epochs(let count):
      "A training takes 0 epochs or more, not \(count)."
    }
  }
}
