extension NetworkMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .gradientShape(let shape, let parameter):
      "A gradient has the shape of its parameter: \(parameter), not \(shape)."
    case .parameterShape(let shape, let expected):
      "A parameter keeps its shape: \(expected), not \(shape). For another shape make another parameter."
    case .features(let operation, let input, let expected, let axis):
      input.isEmpty
        ? "\(operation) needs \(expected) numbers on the last axis; the input is a single number."
        : "\(operation) needs \(expected) numbers on axis \(axis); the input \(input) has "
          + "\(input[axis < 0 ? axis + input.count : axis])."
    case .parameterSize(let operation, let name, let shape, let expected):
      "\(operation) needs a \(name) of shape \(expected), not \(shape)."
    case .attentionShapes(let query, let key, let value, let problem):
      "attention: \(problem).\n   query \(query)   key \(key)   value \(value)\n"
        + "Wanted: query […, heads, time, size], key and value […, heads, other time, size]."
    case .maskShape(let mask, let scores):
      "attention: the mask \(mask) cannot be stretched to the scores \(scores), which are [batch, heads, time, other time]."
    case .heads(let heads, let keyValueHeads):
      "attention: \(heads) heads of queries cannot share \(keyValueHeads) heads of keys and values evenly. "
        + "Use a number that divides \(heads)."
    case .recurrentInput(let operation, let shape, let isSequence):
      "\(operation) needs an input \(isSequence ? "[batch, time, features]" : "[batch, features]"), not \(shape)."
        + (isSequence && shape.count == 2 ? " For a single sequence:  x.unsqueezed(0)" : "")
    case .emptySequence(let operation, let shape):
      "\(operation) needs at least one step in time; the input is \(shape)."
    case .recurrentState(let operation, let shape, let expected):
      "\(operation) needs a state of shape \(expected) to begin with, not \(shape)."
    case .stateCount(let layer, let states, let layers):
      "\(layer) has \(layers) \(layers == 1 ? "layer" : "layers") and needs a state [\(layers), batch, hidden] to begin with, "
        + "not \(states)."
    }
  }
}
