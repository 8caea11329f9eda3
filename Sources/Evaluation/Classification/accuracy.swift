/// The share of predictions that are right.
///
///     accuracy(predicted: [1, 2, 2, 0], actual: [1, 2, 0, 0])     // 0.75
public func accuracy<Label: Equatable>(predicted: [Label], actual: [Label]) -> Double {
  guard predicted.count == actual.count else {
    stop(
      .counts(
        measure: "accuracy", first: "predictions", firstCount: predicted.count, second: "right answers",
        secondCount: actual.count))
  }
  guard !actual.isEmpty else { stop(.nothing(measure: "accuracy", of: "predictions")) }
  return Double(zip(predicted, actual).count { $0 == $1 }) / Double(actual.count)
}
