/// What was wrong with a call: the facts. The words for the learner are its ``description``.
enum TensorMistake: Error, Equatable {
  case ragged(axis: Int, expected: Int, found: Int)
  case negativeSize(shape: [Int])
  case tooLarge(shape: [Int], memory: Int)
  case endlessRange(start: Double, end: Double, step: Double)
  case notOneNumber(shape: [Int])
  case broadcast(operation: String, left: [Int], right: [Int])
  case stretch(from: [Int], to: [Int])
  case innerSizes(left: [Int], right: [Int])
  case tooLongForBLAS(left: [Int], right: [Int])
  case reshape(from: [Int], to: [Int])
  case tooFewAxes(operation: String, needed: Int, shape: [Int])
  case noSuchAxis(axis: Int, shape: [Int])
  case indexCount(given: Int, shape: [Int])
  case indexOutOfRange(index: Int, axis: Int, shape: [Int])
  case sliceOutOfRange(range: String, axis: Int, shape: [Int])
  case assignment(of: [Int], to: [Int])
  case nothingToCompare(operation: String, shape: [Int])
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: TensorMistake) -> Never {
  fatalError(mistake.description)
}
