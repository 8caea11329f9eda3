extension ModelMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .configuration(let error): error.description
    case .tokens(let shape, let model):
      "\(model) reads token ids of the shape [batch, time], of type Int; these are \(shape). For a single text write "
        + "Tensor(indices: ids).unsqueezed(0)."
    case .tooShort(let count, let model):
      "\(model) takes the first token of a text as given and measures the others; this text has \(count). Give it two or "
        + "more tokens."
    case .tooLong(let count, let contextLength, let model):
      "This text has \(count) tokens, and this \(model) looks at \(contextLength) at most, its contextLength. Give it the "
        + "last \(contextLength) of them, or cut the text into pieces."
    case .cache(let model, let wanted):
      "This cache was made by another kind of model. \(model) needs a \(wanted): ask it for one with makeCache()."
    case .token(let token, let model, let vocabularySize):
      "\(model) knows \(vocabularySize) tokens, numbered from 0 to \(vocabularySize - 1); \(token) is none of them."
    case .names(let count, let model, let vocabularySize):
      "\(model) has \(vocabularySize) tokens, and there are \(count) names. Give one for each, in the order of their ids."
    case .noWords(let operation):
      "\(operation) found no word that occurs often enough. Give longer texts, or lower minimumCount."
    case .unknownWord(let word, let near):
      "There is no vector for \"\(word)\"."
        + (near.isEmpty ? " The words are in `words`." : " Words that begin alike: \(near.joined(separator: ", ")).")
    case .vectors(let shape, let words):
      "WordVectors needs one row for each of its \(words) words, [\(words), size]; these vectors are \(shape)."
    case .segments(let length, let shape):
      "A text is cut into pieces of at least 1 token out of [batch, time] with two tokens or more in time; the length is "
        + "\(length), the tokens are \(shape)."
    }
  }
}
