extension LayerMistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .size(let layer, let name, let size):
      "\(layer): the number of \(name) is at least 1, not \(size)."
    case .probability(let layer, let probability):
      "\(layer): a probability is a number between 0 and 1, not \(probability)."
    case .tooFewSizes(let layer, let sizes):
      "\(layer) needs at least two sizes, what goes in and what comes out: [2, 16, 1] for instance, not \(sizes)."
    case .noLayer(let index, let count):
      "Index out of range: there is no layer \(index); "
        + (count == 0 ? "there are none." : "the layers are numbered 0 to \(count - 1).")
    case .paddingIndex(let index, let count):
      "Embedding: the token for padding, \(index), is none of the \(count) tokens, which are numbered 0 to \(count - 1)."
    case .oddSize(let layer, let size):
      "\(layer) works on pairs of features; their number is even and not 0, unlike \(size)."
    case .rotatedSize(let size, let features):
      "RotaryPositions turns \(size) features of each head, and the heads have only \(features)."
    case .lastAxes(let layer, let input, let wanted):
      "\(layer) was made for inputs whose last axes are \(wanted); this one is \(input)."
    case .tooFewAxes(let layer, let input, let wanted):
      "\(layer) needs an input \(wanted); this one is \(input)."
    case .tooManyPositions(let needed, let maximum):
      "LearnedPositions has \(maximum) positions, and \(needed) are needed. "
        + "Take shorter texts, or make the layer with more positions."
    case .negativePosition(let layer, let first):
      "\(layer): positions are counted from 0; the first one cannot be \(first)."
    case .headsDoNotDivide(let features, let heads):
      "MultiHeadAttention: \(heads) heads cannot share \(features) features evenly. \(LayerMistake.nearby(features, heads))"
    case .packed(let shape, let heads):
      "selfAttention needs queries, keys and values side by side, [batch, time, 3 · features], and \(heads) heads that share the "
        + "features evenly; the input is \(shape)."
    case .onlySeparate(let memory, let features):
      "MultiHeadAttention: keys or values are made of \(memory) features and queries of \(features). Their weights cannot be packed "
        + "into one parameter; use projections: .separate."
    case .noRotationOfMemory:
      "MultiHeadAttention: rotary positions are for a sequence that looks at itself; the positions of a memory say nothing "
        + "about it. Make this attention without rotary positions."
    case .memory(let isExpected):
      isExpected
        ? "TransformerBlock looks at a memory, what an encoder gave: block(x, memory: …)."
        : "TransformerBlock was given a memory and has no attention for it. Set looksAtMemory in its configuration."
    case .cacheInputs(let keys, let values):
      "KeyValueCache takes keys and values [batch, heads, new, size] that agree in batch, heads and new; these are keys \(keys) and "
        + "values \(values)."
    case .cacheType(let held, let new):
      "KeyValueCache holds \(held), to which \(new) cannot be added. Begin a new text with a new cache, or convert the numbers "
        + "to \(held)."
    case .cache(let held, let new):
      "KeyValueCache holds [batch, heads, room, size] \(held), to which \(new) cannot be added: batch, heads and size must agree. "
        + "Begin a new text with a new cache."
    case .cacheEnd(let wanted, let count):
      "KeyValueCache holds \(count) positions; it cannot be cut to \(wanted)."
    case .parameterType(let dtype):
      "A parameter is made of numbers that can change a little: Float or Double, not \(dtype)."
    case .sameName(let name):
      "Two different parameters of the model have the name '\(name)'. Call one of the properties that lead there otherwise."
    case .length(let length, let longest):
      "paddingMask: a text has from 0 to \(longest) positions, not \(length)."
    }
  }

  /// The numbers of heads next to the one that was wanted that would do.
  private static func nearby(_ features: Int, _ heads: Int) -> String {
    let fitting = (1...features).filter { features % $0 == 0 }
    let near = [fitting.last { $0 < heads }, fitting.first { $0 > heads }].compactMap { $0 }
    return "Use \(near.map(String.init).joined(separator: " or ")), for instance."
  }
}
