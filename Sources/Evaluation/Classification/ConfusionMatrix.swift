/// Which classes a model takes for which: a row for each class that was right, a column for each that was predicted.
///
///     let matrix = ConfusionMatrix(predicted: ["cat", "dog", "dog", "cat"], actual: ["cat", "dog", "cat", "cat"])
///     matrix.accuracy                            // 0.75
///     matrix["cat"].recall                       // 0.6667
///     matrix.average(.macro).f1                  // 0.7333
///
/// It shows itself as a table, with precision, recall and F1 of each class. All numbers are those of scikit-learn, with 0
/// where nothing was found or there was nothing to find.
public struct ConfusionMatrix: Sendable, Equatable {
  /// The names of the classes.
  public let labels: [String]
  /// How many examples of each class (row) were taken for each class (column).
  public let counts: [[Int]]

  /// Counts predictions.
  ///
  /// - Parameters:
  ///   - predicted: What the model says of each example.
  ///   - actual: What is right.
  ///   - labels: The classes in the wanted order; all that occur, sorted, unless told otherwise.
  public init<Label: Hashable & Comparable>(predicted: [Label], actual: [Label], labels: [Label]? = nil) {
    checkPairs("ConfusionMatrix", ("predictions", predicted.count), ("right answers", actual.count))
    let labels = labels ?? Set(predicted).union(actual).sorted()
    let places = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.labels = labels.map { "\($0)" }
    func place(_ label: Label) -> Int {
      guard let place = places[label] else { stop(.unknownLabel(label: "\(label)", known: labels.map { "\($0)" })) }
      return place
    }
    var counts = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    for (predicted, actual) in zip(predicted, actual) { counts[place(actual)][place(predicted)] += 1 }
    self.counts = counts
  }

  /// How many examples there are.
  public var total: Int { counts.joined().reduce(0, +) }

  /// The share of predictions that are right.
  public var accuracy: Double { Double(right) / Double(total) }

  private var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// How well one class is found.
  public subscript(label: String) -> PrecisionAndRecall {
    guard let place = labels.firstIndex(of: label) else { stop(.unknownLabel(label: label, known: labels)) }
    return score(place)
  }

  /// How many examples of a class there are.
  func support(_ place: Int) -> Int { counts[place].reduce(0, +) }

  func score(_ place: Int) -> PrecisionAndRecall {
    PrecisionAndRecall(
      right: counts[place][place], found: counts.reduce(0) { $0 + $1[place] }, wanted: support(place))
  }

  /// Precision, recall and F1 of all classes together.
  public func average(_ average: ClassAverage) -> (precision: Double, recall: Double, f1: Double) {
    let scores = labels.indices.map(score)
    switch average {
    case .micro:
      let all = PrecisionAndRecall(right: right, found: total, wanted: total)
      return (all.precision, all.recall, all.f1)
    case .macro, .weighted:
      let weights = labels.indices.map { average == .macro ? 1 : Double(support($0)) }
      let whole = weights.reduce(0, +)
      func mean(_ part: (PrecisionAndRecall) -> Double) -> Double {
        zip(scores, weights).reduce(0) { $0 + part($1.0) * $1.1 } / whole
      }
      return (mean(\.precision), mean(\.recall), mean(\.f1))
    }
  }
}
