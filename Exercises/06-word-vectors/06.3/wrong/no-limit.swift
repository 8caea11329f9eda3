// mistake: the weight goes on growing above 100 meetings.
// caught by: capped
import Foundation
import Glassbox

let articleSize = 1
let noLogarithm: (first: [Double], second: [Double]) = ([1, 0], [-1, 0])

func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  let d = zip(word, context).map { $0 * $1 }.reduce(0, +) + biases - log(count)
  return pow(count / 100, 0.75) * d * d
}
