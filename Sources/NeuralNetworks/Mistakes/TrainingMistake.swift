/// What was wrong with a loss, an optimizer, a schedule or a training run: the facts. The words are its ``description``.
package enum TrainingMistake: Error, Equatable {
  case targets(of: String, logits: [Int], targets: [Int])
  case targetBeyond(Int, of: String, classes: Int)
  case classWeights([Int], of: String, classes: Int)
  case probability(Double)
  case pairTarget(Double)
  case learningRate(Double)
  case setting(of: String, name: String, value: Double, wanted: String)
  case nesterovWithoutMomentum
  case nothingToLearn(optimizer: String)
  case parameterTwice(name: String)
  case noGradients(optimizer: String)
  case otherParameters(optimizer: String)
  case nonFiniteGradient(name: String, count: Int, total: Int, step: Int, isClipping: Bool)
  case noRule(optimizer: String)
  case clippingLimit(Double)
  case stepBelowZero(Int)
  case warmUp(Int, steps: Int)
  case examples([Int], targets: [Int])
  case batchSize(Int)
  case epochs(Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: TrainingMistake) -> Never {
  fatalError(mistake.description)
}
