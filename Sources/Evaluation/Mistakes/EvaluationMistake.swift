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
  case part(name: String, known: [String])
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: EvaluationMistake) -> Never {
  fatalError(mistake.description)
}
