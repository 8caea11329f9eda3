// mistake: the two vectors stand at a right angle. Then the similarity is 0, and the logarithm is infinite but known.
// caught by: logarithm
import Foundation
import Glassbox

let articleSize = 1
let noLogarithm: (first: [Double], second: [Double]) = ([1, 0], [0, 1])

func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  let d = zip(word, context).map { $0 * $1 }.reduce(0, +) + biases - log(count)
  return min(1, pow(count / 100, 0.75)) * d * d
}
