// mistake: where no sum is above the share, the very last token is taken, also if its probability is 0.
// caught by: lastOne
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  var sum = 0.0
  for token in probabilities.indices {
    sum += probabilities[token]
    if sum > share { return token }
  }
  return probabilities.count - 1
}
