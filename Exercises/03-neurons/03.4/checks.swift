import CourseChecks
import Glassbox
import Testing

@Suite struct Spiral {
  /// Trained once, for all checks.
  nonisolated(unsafe) static let model = withRandomness(seed: 34) { () -> any Layer in
    let (points, kinds) = spiral(100, seed: 1)
    return learn(points: points, kinds: kinds)
  }

  static func spiral(_ count: Int, seed: UInt64) -> (points: Tensor, kinds: Tensor) {
    withRandomness(seed: seed) {
      let arms = (0..<3).map { arm in
        let radius = Tensor.linspace(from: 0.05, to: 1, count: count)  // [count]
        let angles = 4 * radius + Double(arm) * 2 * Double.pi / 3 + 0.15 * Tensor.normal([count])
        return stacked([radius * cos(angles), radius * sin(angles)], axis: 1)  // [count, 2]
      }
      return (concatenated(arms), Tensor(indices: (0..<3 * count).map { $0 / count }))
    }
  }

  private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

  /// The share of points that the model has right, and its loss.
  func score(_ count: Int, seed: UInt64) throws -> (right: Double, loss: Double) {
    let (model, (points, kinds)) = (Self.model, Self.spiral(count, seed: seed))
    let scores = evaluating { model(points) }
    try Check.shape(of: scores, is: [3 * count, 3], "the scores")
    return ((scores.argmax(axis: -1) .== kinds).mean().doubleItem, crossEntropy(scores, kinds).doubleItem)
  }

  @Test("every score is a number (1 point)") func numbers() throws {
    let (model, points) = (Self.model, Self.spiral(100, seed: 1).points)
    let scores = evaluating { model(points) }
    try Check.that(scores.doubles.allSatisfy(\.isFinite), "there are scores that are infinite or not a number")
  }

  @Test("a smaller loss than by knowing nothing, ln 3 (1 point)") func knowsSomething() throws {
    let loss = try score(100, seed: 1).loss
    try Check.that(loss < 1.0986, "the loss is \(rounded(loss)); who knows nothing has ln 3 = 1.0986")
  }

  @Test("more than three straight borders could have right: 75 of 100 (1 point)") func bends() throws {
    let right = try score(100, seed: 1).right
    try Check.that(right > 0.75, "of 100 points \(Int(100 * right)) are right")
  }

  @Test("97 of 100 of the points it has learned from (1 point)") func known() throws {
    let right = try score(100, seed: 1).right
    try Check.that(right >= 0.97, "of 100 points \(Int(100 * right)) are right")
  }

  @Test("97 of 100 of points it has never seen (1 point)") func unseen() throws {
    let right = try score(200, seed: 2).right
    try Check.that(right >= 0.97, "of 100 new points \(Int(100 * right)) are right")
  }

  @Test("a loss below 0.2: it is sure of what it knows (1 point)") func sure() throws {
    let loss = try score(100, seed: 1).loss
    try Check.that(loss < 0.2, "the loss is \(rounded(loss))")
  }
}
