/// What can be wrong with the pattern of ``einsum(_:_:)``.
package enum EinsumProblem: Error, Equatable {
  case arrows
  case character(Character)
  case operandCount(named: Int, given: Int)
  case axisCount(operand: Int, named: String, shape: [Int])
  case sizes(Character, Int, Int)
  case otherSizes(Int, Int)
  case unknownResult(Character)
  case repeatedResult(Character)
}

extension EinsumProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .arrows: "there is more than one ->."
    case .character(let character): "'\(character)' has no meaning here. Name axes by the letters a to z and A to Z."
    case .operandCount(let named, let given): "it names \(named) tensors, and there are \(given)."
    case .axisCount(let operand, let named, let shape):
      "'\(named)' does not name the axes of tensor \(operand), which is \(shape)."
    case .sizes(let letter, let first, let second):
      "axis \(letter) has size \(first) in one place and \(second) in another."
    case .otherSizes(let first, let second):
      "the axes of ... have sizes \(first) and \(second), which cannot be broadcast."
    case .unknownResult(let letter): "axis \(letter) of the result is in none of the tensors."
    case .repeatedResult(let letter): "axis \(letter) is in the result twice."
    }
  }
}
