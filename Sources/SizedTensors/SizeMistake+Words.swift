extension SizeMistake: CustomStringConvertible {
  var description: String {
    switch self {
    case .shape(let shape, let expected, let type):
      "\(type) holds numbers of shape \(expected); this tensor is \(shape)."
    case .lastSize(let shape, let expected, let type):
      "\(type) holds tensors whose last axis has size \(expected); this one is \(shape)."
    }
  }
}
