/// One line of a chart: points in the order in which they are joined.
public struct Series: Sendable, Equatable {
  /// What the line is called.
  public var name: String
  /// Where the points stand from left to right.
  public var x: [Double]
  /// How high they stand. Where a number is not finite the line has a gap.
  public var y: [Double]

  /// Makes a series of points. Stops with a message if there are not as many x as y.
  ///
  ///     Series("validation", x: [0, 100, 200], y: [4.2, 2.9, 2.4])
  public init(_ name: String, x: [Double], y: [Double]) {
    checkCounts("Series", "x", x.count, "y", y.count)
    (self.name, self.x, self.y) = (name, x, y)
  }

  /// Makes a series of numbers that are counted from left to right.
  ///
  /// - Parameter start: The number of the first one.
  public init(_ name: String, _ y: [Double], from start: Int = 0) {
    (self.name, self.y) = (name, y)
    x = y.indices.map { Double($0 + start) }
  }
}
