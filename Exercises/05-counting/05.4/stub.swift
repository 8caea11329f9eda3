/// The token that a share of the probability, from 0 to below 1, falls on.
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  -1  // replace this line
}
