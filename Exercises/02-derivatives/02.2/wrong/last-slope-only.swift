// mistake: the local slopes are added along a way instead of multiplied.
// caught by: chain, anyOrder, usedTwice, micrograd, doublings
import Glassbox

func slopes(of inputs: [[(from: Int, slope: Double)]], to result: Int) -> [Double] {
  var order: [Int] = []
  var isSeen = inputs.map { _ in false }
  func visit(_ number: Int) {
    if isSeen[number] { return }
    isSeen[number] = true
    for input in inputs[number] { visit(input.from) }
    order.append(number)
  }
  visit(result)
  var found = inputs.map { _ in 0.0 }
  found[result] = 1
  for number in order.reversed() {
    for input in inputs[number] { found[input.from] += input.slope + found[number] }
  }
  return found
}
