import Charts

extension LineChart {
  /// Makes a chart of one line through the numbers of a tensor, in row-major order.
  ///
  ///     LineChart(tanh(Tensor.linspace(from: -3, to: 3, count: 50)), title: "tanh")
  public init(_ numbers: Tensor, title: String = "", x: String = "", y: String = "", scale: ChartScale = .linear) {
    self.init(numbers.doubles, title: title, x: x, y: y, scale: scale)
  }
}

extension BarChart {
  /// Makes a chart of a bar for each number of a tensor, in row-major order.
  ///
  ///     BarChart(softmax(Tensor([1, 2, 2])), labels: ["cat", "dog", "seven"])
  public init(_ values: Tensor, labels: [String], title: String = "") {
    self.init(values.doubles, labels: labels, title: title)
  }
}

extension Histogram {
  /// Counts the numbers of a tensor.
  ///
  ///     Histogram(Tensor.normal([1000]), title: "weights")
  public init(_ numbers: Tensor, bins: Int? = nil, title: String = "") {
    self.init(numbers.doubles, bins: bins, title: title)
  }
}

extension ScatterChart {
  /// Makes a chart of points `[points, coordinates]`, of which the first two coordinates are shown.
  ///
  ///     ScatterChart(Tensor([[0, 1], [1, 0]]), labels: ["north", "east"])
  public init(_ points: Tensor, labels: [String] = [], groups: [String] = [], title: String = "") {
    self.init(points.rowsOfDoubles, labels: labels, groups: groups, title: title)
  }
}

extension HeatMap {
  /// Makes a heat map of a matrix `[rows, columns]`.
  ///
  ///     HeatMap(Tensor([[1, 2], [3, 4]]), rows: ["a", "b"])
  public init(
    _ values: Tensor, rows: [String] = [], columns: [String] = [], title: String = "",
    range: ClosedRange<Double>? = nil
  ) {
    self.init(values.rowsOfDoubles, rows: rows, columns: columns, title: title, range: range)
  }
}

extension AttentionMap {
  /// Makes a map of weights `[queries, keys]` of an attention in which tokens look at each other.
  ///
  ///     AttentionMap(softmax(Tensor([[1, 0], [0, 1]])), tokens: ["the", "cat"])
  public init(_ weights: Tensor, tokens: [String], title: String = "attention") {
    self.init(weights.rowsOfDoubles, tokens: tokens, title: title)
  }

  /// Makes a map of weights `[queries, keys]` of an attention from some tokens to others.
  public init(_ weights: Tensor, from queries: [String], to keys: [String], title: String = "attention") {
    self.init(weights.rowsOfDoubles, from: queries, to: keys, title: title)
  }
}

extension DecisionBoundary {
  /// Asks a classifier that takes places `[places, 2]` and gives scores `[places, classes]`.
  ///
  ///     let (places, kinds) = (Tensor([[0, 0], [1, 1]]), Tensor(indices: [0, 1]))
  ///     DecisionBoundary(points: places, classes: kinds, names: ["low", "high"]) { x in
  ///       x.matmul(Tensor([[-1, 1], [-1, 1]])) + Tensor([1, -1])
  ///     }
  ///
  /// - Parameters:
  ///   - points: What the classifier has learned from, `[points, 2]`.
  ///   - classes: The class of each point, `[points]`.
  ///   - names: The names of the classes.
  ///   - title: What the chart is called.
  ///   - resolution: How many places the grid has on each side.
  ///   - classifier: The classifier.
  public init(
    points: Tensor, classes: Tensor, names: [String], title: String = "", resolution: Int = 60,
    classifier: (Tensor) -> Tensor
  ) {
    self.init(
      points: points.rowsOfDoubles, classes: classes.ints, names: names, title: title, resolution: resolution
    ) { places in
      withoutGradients { classifier(Tensor(places)).rowsOfDoubles }
    }
  }
}

extension Tensor {
  /// The numbers as rows, the last axis side by side and all others below each other.
  fileprivate var rowsOfDoubles: [[Double]] {
    let columns = Swift.max(shape.last ?? 1, 1)
    let numbers = doubles
    return stride(from: 0, to: numbers.count, by: columns).map { Array(numbers[$0..<$0 + columns]) }
  }
}
