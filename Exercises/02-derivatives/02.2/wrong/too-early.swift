// mistake: a number hands on when it is reached first, before the parts of its other users have come.
// caught by: micrograd
import Glassbox

func slopes(of inputs: [[(from: Int, slope: Double)]], to result: Int) -> [Double] {
  var found = inputs.map { _ in 0.0 }
  found[result] = 1
  var waiting = [result]
  var isSeen = inputs.map { _ in false }
  isSeen[result] = true
  while !waiting.isEmpty {
    let number = waiting.removeFirst()
    for input in inputs[number] {
      found[input.from] += input.slope * found[number]
      if !isSeen[input.from] { waiting.append(input.from) }
      isSeen[input.from] = true
    }
  }
  return found
}
