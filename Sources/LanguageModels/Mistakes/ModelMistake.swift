/// What a language model was asked that it cannot do: the facts. The words are its ``description``.
package enum ModelMistake: Error, Equatable {
  case configuration(ConfigurationError)
  case tokens(shape: [Int], model: String)
  case tooLong(count: Int, contextLength: Int, model: String)
  case cache(model: String, wanted: String)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: ModelMistake) -> Never {
  fatalError(mistake.description)
}
