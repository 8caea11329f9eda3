// mistake: always the likeliest token is taken; that is no draw, and a model that writes so soon goes round in circles.
// caught by: middles, equalPieces, borders, lastOne, often
func pick(_ share: Double, _ probabilities: [Double]) -> Int {
  let highest = probabilities.max() ?? 0
  return probabilities.firstIndex(of: highest) ?? 0
}
