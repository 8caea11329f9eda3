/// What was wrong with a call: the facts. The words for the learner are its ``description``.
enum RandomMistake: Error, Equatable {
  case negativeCount(operation: String, count: Int)
  case range(operation: String, low: Double, high: Double)
  case bellCurve(operation: String, mean: Double, standardDeviation: Double)
  case truncatedBellCurve(mean: Double, standardDeviation: Double)
  case improbableBounds(ClosedRange<Double>, mean: Double, standardDeviation: Double)
  case probability(Double)
  case bound(Int)
  case choice(chosen: Int, count: Int)
  case weight(Float, index: Int)
  case noWeight(count: Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: RandomMistake) -> Never {
  fatalError(mistake.description)
}
