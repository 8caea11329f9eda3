/// What was wrong with a call of a layer: the facts. The words are its ``description``.
package enum NetworkMistake: Error, Equatable {
  case gradientShape([Int], parameter: [Int])
  case parameterShape([Int], expected: [Int])
  case features(operation: String, input: [Int], expected: Int, axis: Int)
  case parameterSize(operation: String, name: String, shape: [Int], expected: [Int])
  case attentionShapes(query: [Int], key: [Int], value: [Int], problem: String)
  case maskShape(mask: [Int], scores: [Int])
  case heads(heads: Int, keyValueHeads: Int)
  case recurrentInput(operation: String, shape: [Int], isSequence: Bool)
  case emptySequence(operation: String, shape: [Int])
  case recurrentState(operation: String, shape: [Int], expected: [Int])
  case stateCount(layer: String, states: [Int], layers: Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: NetworkMistake) -> Never {
  fatalError(mistake.description)
}
