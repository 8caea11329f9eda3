/// The standard normal distribution, computed with the five operations that IEEE 754 rounds in one way only:
/// + − × ÷ √.
enum NormalDistribution {
  /// How likely a number below `x` is.
  ///
  /// Near the middle by the series ½ + φ(x) · (x + x³/3 + x⁵/(3·5) + …), beyond ±3 by the continued fraction
  /// φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))), which keeps its digits however small the result is.
  ///
  /// Source: Marsaglia, *Evaluating the Normal Distribution*, Journal of Statistical Software 11, 2004.
  static func probability(below x: Double) -> Double {
    let distance = x < 0 ? -x : x
    let density = exponential(minus: distance * distance / 2) * 0x1.9884533d43651p-2
    guard distance < 3 else {
      // Infinity and what is beyond the smallest number.
      guard distance < 40 else { return x < 0 ? 0 : 1 }
      var fraction = distance
      for step in (1...100).reversed() { fraction = distance + Double(step) / fraction }
      return x < 0 ? density / fraction : 1 - density / fraction
    }
    var (term, sum) = (distance, distance)
    for step in 1...50 {
      term = term * (distance * distance) / Double(2 * step + 1)
      sum += term
    }
    return x < 0 ? 0.5 - density * sum : 0.5 + density * sum
  }
}
