/// The token that a share of the probability, from 0 to below 1, falls on.
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  var sum = 0.0
  for (token, probability) in probabilities.enumerated() {
    sum += probability
    if sum > share { return token }
  }
  return probabilities.lastIndex { $0 > 0 } ?? 0
}
