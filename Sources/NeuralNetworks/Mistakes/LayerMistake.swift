import Tensors

/// What was wrong with how a layer was made or called: the facts. The words are its ``description``.
package enum LayerMistake: Error, Equatable {
  case size(layer: String, name: String, size: Int)
  case probability(layer: String, Double)
  case tooFewSizes(layer: String, sizes: [Int])
  case noLayer(index: Int, count: Int)
  case paddingIndex(Int, count: Int)
  case oddSize(layer: String, size: Int)
  case rotatedSize(Int, of: Int)
  case tooFewAxes(layer: String, input: [Int], wanted: String)
  case lastAxes(layer: String, input: [Int], wanted: [Int])
  case tooManyPositions(needed: Int, maximum: Int)
  case negativePosition(layer: String, Int)
  case headsDoNotDivide(features: Int, heads: Int)
  case packed(shape: [Int], heads: Int)
  case onlySeparate(memoryFeatures: Int, features: Int)
  case noRotationOfMemory
  case memory(isExpected: Bool)
  case cacheInputs(keys: [Int], values: [Int])
  case cache(held: [Int], new: [Int])
  case cacheType(held: DType, new: DType)
  case cacheEnd(wanted: Int, count: Int)
  case parameterType(DType)
  case sameName(String)
  case length(Int, longest: Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
package func stop(_ mistake: LayerMistake) -> Never {
  fatalError(mistake.description)
}
