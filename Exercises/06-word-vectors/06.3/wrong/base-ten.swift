// mistake: the logarithm has base 10; ln has base e.
// caught by: golden, biases, capped
import Foundation
import Glassbox

let articleSize = 1
let noLogarithm: (first: [Double], second: [Double]) = ([1, 0], [-1, 0])

func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  let d = zip(word, context).map { $0 * $1 }.reduce(0, +) + biases - log10(count)
  return min(1, pow(count / 100, 0.75)) * d * d
}
