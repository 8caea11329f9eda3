// mistake: a sum that is equal to the share is taken as above it, so a token of probability 0 can be picked.
// caught by: borders, zeros
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  var sum = 0.0
  for token in probabilities.indices {
    sum += probabilities[token]
    if sum >= share { return token }
  }
  return probabilities.count - 1
}
