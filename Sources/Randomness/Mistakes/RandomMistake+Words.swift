extension RandomMistake: CustomStringConvertible {
  var description: String {
    switch self {
    case .negativeCount(let operation, let count):
      "\(operation) needs a count of at least 0, not \(count)."
    case .range(let operation, let low, let high) where low < high:
      "\(operation) needs a range whose width is a finite number: \(low)..<\(high) is too wide."
    case .range(let operation, let low, let high):
      "\(operation) needs a range with something in it: \(low)..<\(high) is empty. The lower bound belongs to it, the "
        + "upper one does not."
    case .bellCurve(let operation, let mean, let deviation):
      "\(operation) needs a finite mean and a finite standard deviation of at least 0: the mean is \(mean), the standard "
        + "deviation \(deviation)."
    case .truncatedBellCurve(let mean, let deviation):
      "truncatedNormal needs a finite mean and a finite standard deviation above 0: the mean is \(mean), the standard "
        + "deviation \(deviation)."
    case .improbableBounds(let bounds, let mean, let deviation):
      "truncatedNormal finds no number between \(bounds.lowerBound) and \(bounds.upperBound): with mean \(mean) and "
        + "standard deviation \(deviation) the probability of that rounds to 0. Take bounds that are farther apart or "
        + "nearer to the mean. They are values, not multiples of the standard deviation."
    case .probability(let probability):
      "A probability is a number from 0 to 1, not \(probability)."
    case .bound(let bound):
      "Integers below \(bound) cannot be drawn: the smallest is 0, so the bound has to be at least 1."
    case .choice(let chosen, let count):
      chosen < 0
        ? "choose needs a count of at least 0, not \(chosen)."
        : "choose cannot take \(chosen) different ones of \(count). Use integers(count:below:) where the same one may "
          + "come again."
    case .weight(let weight, let index):
      "A weight is a finite number of at least 0; the one at index \(index) is \(weight). Logits become weights by "
        + "softmax."
    case .noWeight(let count):
      count == 0
        ? "There is nothing to draw from: the weights are empty." : "All \(count) weights are 0: one has to be above."
    }
  }
}
