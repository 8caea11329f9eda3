import Tensors

/// The means of a loss and of metrics over batches of different sizes.
struct ScoreSum {
  private let names: [String]
  private var loss = 0.0
  private var metrics: [Double]
  private var count = 0

  init(_ metrics: [Metric]) {
    names = metrics.map(\.name)
    self.metrics = metrics.map { _ in 0 }
  }

  mutating func add(loss newLoss: Double, metrics newMetrics: [Double], count newCount: Int) {
    let weight = Double(newCount)
    loss += newLoss * weight
    for (index, metric) in newMetrics.enumerated() { metrics[index] += metric * weight }
    count += newCount
  }

  var score: Score {
    let count = Double(count)
    let means = zip(names, metrics).map { ($0, $1 / count) }
    return Score(loss: loss / count, metrics: Dictionary(means) { first, _ in first })
  }
}
