/// What a language model was asked that it cannot do: the facts. The words are its ``description``.
package enum ModelMistake: Error, Equatable {
  case configuration(ConfigurationError)
  case tokens(shape: [Int], model: String)
  case tooShort(count: Int, model: String)
  case tooLong(count: Int, contextLength: Int, model: String)
  case cache(model: String, wanted: String)
  case token(Int, model: String, vocabularySize: Int)
  case names(Int, model: String, vocabularySize: Int)
  case noWords(operation: String)
  case unknownWord(String, near: [String])
  case vectors(shape: [Int], words: Int)
  case segments(length: Int, shape: [Int])
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: ModelMistake) -> Never {
  fatalError(mistake.description)
}
