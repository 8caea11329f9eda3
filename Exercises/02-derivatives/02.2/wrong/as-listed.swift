// mistake: the numbers hand on in the order of the list, from the end, whether they have got all their parts or not.
// caught by: anyOrder, usedTwice, micrograd
import Glassbox

func slopes(of inputs: [[(from: Int, slope: Double)]], to result: Int) -> [Double] {
  var found = inputs.map { _ in 0.0 }
  found[result] = 1
  for number in inputs.indices.reversed() {
    for input in inputs[number] { found[input.from] += input.slope * found[number] }
  }
  return found
}
