import Foundation
import Glassbox

/// How many numbers the article's "vector" has.
let articleSize = 1

/// Two vectors whose similarity has no logarithm.
let noLogarithm: (first: [Double], second: [Double]) = ([1, 2], [-1, -2])

/// What GloVe makes small for a pair of words.
///
/// - Parameters:
///   - word: w, as many numbers as context.
///   - context: c.
///   - biases: b + b̃, the sum of both.
///   - count: X, how often the pair met; at least 1.
func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  let product = zip(word, context).reduce(0) { $0 + $1.0 * $1.1 }
  let difference = product + biases - log(count)
  let share = min(1, pow(count / 100, 0.75))
  return share * difference * difference
}
