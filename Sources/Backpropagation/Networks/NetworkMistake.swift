/// What was wrong with a call: the facts. The words for the learner are its ``description``.
enum NetworkMistake: Error, Equatable, CustomStringConvertible {
  case inputCount(Int, weights: Int)
  case size(Int, of: String)

  var description: String {
    switch self {
    case .inputCount(let count, let weights):
      "A neuron with \(weights) \(weights == 1 ? "weight" : "weights") was given \(count) "
        + "\(count == 1 ? "input" : "inputs"). Pass as many numbers as the first layer was made for."
    case .size(let size, let what):
      "The number of \(what) must be at least 1, not \(size)."
    }
  }
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: NetworkMistake) -> Never {
  fatalError(mistake.description)
}
