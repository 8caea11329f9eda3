// mistake: all tokens are taken to be equally likely.
// caught by: middles, borders, zeros, lastOne, often
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  Int(share * Double(probabilities.count))
}
