extension TrainingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .setting(let name, let value, let least):
      "The setting \(name) of a training is \(value). It should be \(least) or more."
    case .needs(let name, let what): "The setting \(name) of a training needs \(what)."
    case .number(let name, let value, let wanted):
      "The setting \(name) of a training is \(value). It should be \(wanted)."
    case .nonFiniteLoss(let step, let loss):
      "The loss of step \(step) is \(loss), so the training has stopped; the model is as it was before the step. Try a "
        + "smaller learning rate or a longer warm-up, and look for a division by 0 or the logarithm of 0 in the loss."
    case .nonFiniteGradient(let step, let parameter, let count, let total):
      "The gradient of '\(parameter)' at step \(step): \(count) of \(total) \(total == 1 ? "number" : "numbers") "
        + "\(count == 1 ? "is" : "are") infinite or NaN, so the training has stopped. Try a smaller learning rate or a longer "
        + "warm-up, and look for a division by 0 or the logarithm of 0 in the loss."
    case .nothingToLearn(let step):
      "Step \(step) has nothing to learn from: no target of its batches counts. Look at what is masked."
    case .noCheckpoint(let folder):
      "There is no checkpoint in \(folder) to go on from: the training ended before its first, or its settings name another "
        + "folder. Begin anew."
    case .state(let file, let field, let found, let wanted):
      "\(file): \"\(field)\" is \(found ?? "missing"). It should be \(wanted)."
    case .otherTraining(let file, let field, let found, let wanted):
      "\(file): the checkpoint was made with \(field) \(found), and this training has \(wanted). Going on would see other "
        + "examples than without the break. Set \(field) to \(found)."
    }
  }
}
