import Glassbox

/// The standard deviation of the dot products of random queries and keys, plain and divided by √size.
func scoreSpread(size: Int) -> (plain: Double, scaled: Double) {
  let query = Tensor.normal([1000, size])
  let key = Tensor.normal([1000, size])
  let products = (query * key).sum(axis: -1)  // [1000], one dot product for each pair
  let spread = products.standardDeviation(axis: 0).doubleItem
  return (plain: spread, scaled: spread / Double(size).squareRoot())
}

/// How undecided weights are, in nats.
func entropy(of weights: [Double]) -> Double {
  weights.filter { $0 > 0 }.reduce(0) { $0 - $1 * logarithm($1) }
}

private func logarithm(_ number: Double) -> Double { log(Tensor(number, dtype: .double)).doubleItem }
