import LanguageModels

/// What was wrong with how a text was to be written: the facts. The words are its ``description``.
package enum GenerationMistake: Error, Equatable {
  case setting(String, Double, wanted: String)
  case emptyPrompt
  case promptTooLong(count: Int, limit: Int)
  case nonFinite(NonFiniteNumber)
  case mismatch(TokenizerMismatch)
  case prompts(Int, texts: Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: GenerationMistake) -> Never {
  fatalError(mistake.description)
}

extension GenerationMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .setting(let name, let value, let wanted): "\(name) is \(value). It should be \(wanted)."
    case .emptyPrompt:
      "There is nothing to go on from: the prompt has no tokens. Give it a word, or a token that begins a text."
    case .promptTooLong(let count, let limit):
      "The prompt has \(count) tokens, and the model looks at \(limit) at most. Shorten it, or take its last part."
    case .nonFinite(let number): number.description
    case .mismatch(let mismatch): mismatch.description
    case .prompts(let count, let texts):
      "There are \(count) prompts for the tokens of \(texts) texts. Give one for each, or none."
    }
  }
}
