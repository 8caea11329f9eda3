import Glassbox

/// The standard deviation of the dot products of random queries and keys, plain and divided
/// by √size.
func scoreSpread(size: Int) -> (plain: Double, scaled: Double) {
  (plain: .nan, scaled: .nan)  // replace this line
}

/// How undecided weights are, in nats.
func entropy(of weights: [Double]) -> Double {
  .nan  // replace this line
}
