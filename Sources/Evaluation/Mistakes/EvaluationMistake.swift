/// What was asked of a measure that has no answer: the facts. The words are its ``description``.
package enum EvaluationMistake: Error, Equatable {
  case counts(measure: String, first: String, firstCount: Int, second: String, secondCount: Int)
  case nothing(measure: String, of: String)
  case noReference(measure: String, position: Int)
  case below(measure: String, setting: String, value: String, smallest: String)
  case outside(measure: String, setting: String, value: String, wanted: String)
  case unknownLabel(label: String, known: [String])
  case window(window: Int, stride: Int, limit: Int?)
  case tooFewTokens(measure: String, count: Int, needed: Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: EvaluationMistake) -> Never {
  fatalError(mistake.description)
}

/// Stops unless there is at least one of the first things, and as many of the second.
func checkPairs(_ measure: String, _ first: (name: String, count: Int), _ second: (name: String, count: Int)) {
  guard first.count == second.count else {
    stop(
      .counts(
        measure: measure, first: first.name, firstCount: first.count, second: second.name, secondCount: second.count))
  }
  guard first.count > 0 else { stop(.nothing(measure: measure, of: first.name)) }
}
