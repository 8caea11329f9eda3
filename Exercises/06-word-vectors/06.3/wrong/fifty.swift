// mistake: the sum is taken for a vector. Each term is e to the power of one number, so the sum is one number.
// caught by: size
import Foundation
import Glassbox

let articleSize = 50
let noLogarithm: (first: [Double], second: [Double]) = ([1, 0], [-1, 0])

func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  let d = zip(word, context).map { $0 * $1 }.reduce(0, +) + biases - log(count)
  return min(1, pow(count / 100, 0.75)) * d * d
}
