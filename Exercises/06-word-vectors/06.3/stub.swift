import Foundation
import Glassbox

/// How many numbers the article's "vector" has.
let articleSize = 50  // replace this number

/// Two vectors whose similarity has no logarithm.
let noLogarithm: (first: [Double], second: [Double]) = ([1, 0], [1, 0])  // replace these numbers

/// What GloVe makes small for a pair of words.
///
/// - Parameters:
///   - word: w, as many numbers as context.
///   - context: c.
///   - biases: b + b̃, the sum of both.
///   - count: X, how often the pair met; at least 1.
func gloVeTerm(word: [Double], context: [Double], biases: Double, count: Double) -> Double {
  .nan  // replace this line
}
