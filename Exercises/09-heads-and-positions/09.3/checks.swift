import CourseChecks
import Glassbox
import Testing

@Suite struct Turns {
  private var rows: Tensor { withRandomness(seed: 98) { Tensor.normal([6, 8]) } }

  @Test("(1, 0) at place 1 is (cos 1, sin 1) (1 point)") func placeOne() throws {
    try Check.close(turned(Tensor([[1, 0]]), from: 1), to: Tensor([[0.540302, 0.841471]]))
  }

  @Test("place 0 turns nothing (1 point)") func placeZero() throws {
    let row = Tensor([[3, -1, 2, 5]])
    try Check.close(turned(row, from: 0), to: row)
  }

  @Test("a pair stays a pair (1 point)") func neighboursOnly() throws {
    let got = turned(Tensor([[1, 0, 0, 0], [0, 0, 0, 1]]), from: 1)
    try Check.shape(of: got, is: [2, 4])
    try Check.close(got[0].sliced(2...), to: Tensor([0, 0]), "the second pair of (1, 0, 0, 0)")
    try Check.close(got[1].sliced(..<2), to: Tensor([0, 0]), "the first pair of (0, 0, 0, 1)")
  }

  @Test("six rows of 8 numbers, from place 3 (1 point)") func library() throws {
    let expected = RotaryPositions(8, layout: .neighbours)(rows, from: 3)
    try Check.close(turned(rows, from: 3), to: expected, within: 1e-4)
  }

  @Test("your test accepts rotary positions of both layouts and of another base (1 point)") func accepts() throws {
    try accept("the layout of halves") { RotaryPositions($0) }
    try accept("the layout of neighbours") { RotaryPositions($0, layout: .neighbours) }
    try accept("the base 500,000") { RotaryPositions($0, base: 500_000) }
  }

  @Test("it refuses a function that does nothing (1 point)") func refusesNothing() throws {
    try refuse("what changes nothing") { x, _ in x }
  }

  @Test("it refuses one that adds waves (1 point)") func refusesWaves() throws {
    try refuse("waves that are added") { x, first in
      x + sinusoidalPositions(first + x.shape[0], features: x.shape[1])[first...]
    }
  }

  @Test("it refuses one that turns by the square of the place (1 point)") func refusesSquares() throws {
    try refuse("turns by the square of the place") { x, first in
      let places = Tensor.arange(from: Double(first), to: Double(first + x.shape[0])).unsqueezed(1)
      let angles = places * places * pow(10_000, Tensor.arange(x.shape[1] / 2) * (-2 / Double(x.shape[1])))
      let halves = x.chunked(into: 2, axis: 1)
      let (a, b) = (halves[0], halves[1])
      return concatenated([a * cos(angles) - b * sin(angles), b * cos(angles) + a * sin(angles)], axis: 1)
    }
  }

  private func accept(_ what: String, _ rotary: (Int) -> RotaryPositions) throws {
    try Check.that(tellsDistance { x, first in rotary(x.shape[1])(x, from: first) }, "your test refuses \(what)")
  }

  /// A test that refuses everything refuses nothing.
  private func refuse(_ what: String, _ turn: (Tensor, Int) -> Tensor) throws {
    try accept("rotary positions") { RotaryPositions($0) }
    try Check.that(!tellsDistance(turn), "your test accepts \(what)")
  }
}
