/// A normal distribution of which only the part between two bounds is left.
struct TruncatedBell {
  let mean: Double
  /// Negative where the distribution is turned over.
  let scale: Double
  let bounds: ClosedRange<Double>
  /// The probability of a number below the lower bound, and below the upper one.
  let probabilities: (lower: Double, upper: Double)

  init(mean: Double, standardDeviation: Double, bounds: ClosedRange<Double>) {
    guard mean.isFinite, standardDeviation.isFinite, standardDeviation > 0 else {
      stop(.truncatedBellCurve(mean: mean, standardDeviation: standardDeviation))
    }
    var lower = (bounds.lowerBound - mean) / standardDeviation
    var upper = (bounds.upperBound - mean) / standardDeviation
    // A part that lies above the mean is turned over: probabilities near 0 have more digits than those near 1.
    let isTurned = lower > 0
    if isTurned { (lower, upper) = (-upper, -lower) }
    self.mean = mean
    self.scale = isTurned ? -standardDeviation : standardDeviation
    self.bounds = bounds
    probabilities = (NormalDistribution.probability(below: lower), NormalDistribution.probability(below: upper))
    guard probabilities.lower < probabilities.upper, probabilities.upper >= 0x1p-1022 else {
      stop(.improbableBounds(bounds, mean: mean, standardDeviation: standardDeviation))
    }
  }

  /// The number below which a share of those between the bounds lies.
  @inline(__always) func quantile(_ share: Double) -> Double {
    let probability = probabilities.lower + share * (probabilities.upper - probabilities.lower)
    let number = mean + scale * NormalDistribution.quantile(probability)
    return number < bounds.lowerBound ? bounds.lowerBound : number > bounds.upperBound ? bounds.upperBound : number
  }
}
