/// What was wrong with a size that is known only when the program runs. The words for the learner are its ``description``.
enum SizeMistake: Error, Equatable {
  case shape([Int], expected: [Int], type: String)
  case lastSize([Int], expected: Int, type: String)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: SizeMistake) -> Never {
  fatalError(mistake.description)
}
