/// The share of predictions that are right.
///
///     accuracy(predicted: [1, 2, 2, 0], actual: [1, 2, 0, 0])     // 0.75
public func accuracy<Label: Equatable>(predicted: [Label], actual: [Label]) -> Double {
  checkPairs("accuracy", ("predictions", predicted.count), ("right answers", actual.count))
  return Double(zip(predicted, actual).count { $0 == $1 }) / Double(actual.count)
}
