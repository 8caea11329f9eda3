extension ModelMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .configuration(let error): error.description
    case .tokens(let shape, let model):
      "\(model) reads token ids of the shape [batch, time], of type Int; these are \(shape). For a single text write "
        + "Tensor(indices: ids).unsqueezed(0)."
    case .tooLong(let count, let contextLength, let model):
      "This text has \(count) tokens, and this \(model) looks at \(contextLength) at most, its contextLength. Give it the "
        + "last \(contextLength) of them, or cut the text into pieces."
    case .cache(let model, let wanted):
      "This cache was made by another kind of model. \(model) needs a \(wanted): ask it for one with makeCache()."
    }
  }
}
