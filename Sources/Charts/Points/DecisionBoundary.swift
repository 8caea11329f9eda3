import Displays

/// What a classifier says about each place of a plane, and the points that it has learned from.
///
///     DecisionBoundary(points: [[0, 0], [1, 1]], classes: [0, 1], names: ["low", "high"]) { places in
///       places.map { [1 - $0[0], $0[0]] }
///     }
///
/// Each place belongs to the class with the highest score. The classes differ in colour, their points in shape, and a line runs
/// where the model changes its mind.
public struct DecisionBoundary: Chart {
  /// The points, two numbers each.
  public let points: [[Double]]
  /// The class of each point.
  public let classes: [Int]
  /// The names of the classes.
  public let names: [String]
  /// What the chart is called.
  public let title: String
  let x: Axis
  let y: Axis
  /// The class of each place, row by row from bottom to top; −1 where no score is a number.
  let grid: [[Int]]

  /// Asks a classifier about a grid of places. Stops with a message if a point has no two coordinates or an unknown class.
  ///
  /// - Parameters:
  ///   - points: What the classifier has learned from, two numbers each.
  ///   - classes: The class of each point, counted from 0.
  ///   - names: The names of the classes.
  ///   - title: What the chart is called.
  ///   - resolution: How many places the grid has on each side.
  ///   - scores: Takes places, two numbers each, and gives for each of them a score for each class.
  public init(
    points: [[Double]], classes: [Int], names: [String], title: String = "", resolution: Int = 60,
    scores: ([[Double]]) -> [[Double]]
  ) {
    checkCounts("DecisionBoundary", "classes", classes.count, "points", points.count)
    for (index, point) in points.enumerated() where point.count < 2 {
      stop(.coordinates(chart: "DecisionBoundary", point: index, count: point.count))
    }
    for number in classes where !names.indices.contains(number) {
      stop(.unknownClass(chart: "DecisionBoundary", number, classes: names.count))
    }
    let visible = points.filter { $0[0].isFinite && $0[1].isFinite }
    x = Axis(covering: visible.lazy.map { $0[0] }, marks: 7)
    y = Axis(covering: visible.lazy.map { $0[1] })
    let side = min(max(resolution, 2), 400)
    /// The middles of the fields along an axis.
    func middles(_ axis: Axis) -> [Double] {
      (0..<side).map { index in
        let share = (Double(index) + 0.5) / Double(side)
        return axis.range.lowerBound * (1 - share) + axis.range.upperBound * share
      }
    }
    let columns = middles(x)
    let answers = scores(middles(y).flatMap { y in columns.map { [$0, y] } })
    checkCounts("DecisionBoundary", "rows of scores", answers.count, "places", side * side)
    for answer in answers {
      checkCounts("DecisionBoundary", "scores for each place", answer.count, "names of classes", names.count)
    }
    let best = answers.map { answer in
      answer.indices.filter { !answer[$0].isNaN }.max { answer[$0] < answer[$1] } ?? -1
    }
    grid = (0..<side).map { row in Array(best[row * side..<(row + 1) * side]) }
    (self.points, self.classes, self.names, self.title) = (points, classes, names, title)
  }

  /// How often each class is what the model says where a point of that class lies, over all points.
  var correct: Int {
    zip(points, classes).count { point, number in
      guard let xShare = x.share(point[0]), let yShare = y.share(point[1]) else { return false }
      let side = grid.count
      let (column, row) = (min(Int(xShare * Double(side)), side - 1), min(Int(yShare * Double(side)), side - 1))
      return grid[row][column] == number
    }
  }
}
